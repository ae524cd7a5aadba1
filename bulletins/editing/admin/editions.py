"""稿件: the list of editions a person may see, and the way to the pages where she works on them."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from bulletins.editing.admin.conditions import NAMES, ConditionsFilter
from bulletins.editing.admin.filters import ColumnFilter, StateFilter
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.admin.pages import FirstPages, LongList
from bulletins.editing.admin.states import shown_state, with_withdrawn
from bulletins.editing.asking import number_in, scope_in, who
from bulletins.editing.finding import holding, words_of
from bulletins.editing.forms.bulk import DEEDS, Deed
from bulletins.editing.pages import PAGES, bulk, edit
from bulletins.models import Edition, Role
from bulletins.permissions import visible
from bulletins.permissions.visibility import whole

ASKED = (StateFilter.parameter_name, ColumnFilter.parameter_name, *NAMES)


class EditionList(LongList):
    deferred = ("lead", "closing", "rendered", "rendered_facts")

    def apply_select_related(self, qs: Any) -> Any:
        return with_withdrawn(super().apply_select_related(qs))


@admin.register(Edition)
class EditionAdmin(GrantedAdmin):
    """Lists and finds; every change is made on a page of its own, through the domain's verbs."""

    readers = tuple(Role)
    writers = (Role.EDITOR,)
    listed_as = "稿件"
    list_display = (
        "shown_title",
        "shown_state",
        "column",
        "number",
        "changed_at",
    )
    list_filter = (
        StateFilter,
        ColumnFilter,
        ConditionsFilter,
    )
    # A list of a hundred thousand is sorted by what an index keeps in order.
    sortable_by = ("changed_at",)
    paginator = FirstPages
    list_max_show_all = 0
    exported = (*list_display, "shown_number", "live_from")
    list_select_related = (
        "column",
        "article",
    )
    search_fields = ("title",)
    search_help_text = "按标题或文号查找"
    date_hierarchy = None
    show_full_result_count = False
    list_per_page = 50
    ordering = ("-changed_at", "-pk")

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(route, self.admin_site.admin_view(view), name=f"bulletins_edition_{name}")
            for route, view, name in PAGES
        ]
        return [*pages, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return visible(who(request), scope_in(request)).defer(*EditionList.deferred)

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[EditionList]:
        return EditionList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Edition], search_term: str
    ) -> tuple[QuerySet[Edition], bool]:
        """Every word in the title; or in the document number, where she may read the fields."""
        readable = whole(scope_in(request))
        for word in words_of(search_term):
            numbered = holding("document_number", word) & readable
            queryset = queryset.filter(holding("title", word) | numbered)
        return queryset, False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """What can be done to many at once, as far as her roles go; each is asked again."""
        held = scope_in(request)
        offered = [deed for deed in DEEDS.values() if held.anywhere(*deed.roles)]
        return {deed.name: (_asking(deed), deed.name, deed.label) for deed in offered}

    def response_action(self, request: HttpRequest, queryset: Any, *args: Any) -> Any:
        """What the boxes of a list do not send chooses nothing."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if any(number_in(one) is None for one in chosen):
            return bulk.nothing_chosen(request)
        return super().response_action(request, queryset, *args)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Nothing but the filters: ?lead__contains=… would tell what stands in hidden parts."""
        return lookup in ASKED

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The page opens for whoever may see it; what can be changed on it is asked there."""
        return self.has_view_permission(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return edit.edition_page(request, object_id)

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return edit.new_page(request)

    @admin.display(description="标题")
    def shown_title(self, edition: Edition) -> str:
        return str(edition)

    @admin.display(description="状态")
    def shown_state(self, edition: Edition) -> str:
        return shown_state(edition)

    @admin.display(description="编号")
    def shown_number(self, edition: Edition) -> int | None:
        return edition.article.number


def _asking(deed: Deed) -> Any:
    """An action of Django's list, which leads to the page that asks."""

    def action(page: EditionAdmin, request: HttpRequest, chosen: Any) -> HttpResponse:
        return bulk.asked(request, deed, chosen)

    return action
