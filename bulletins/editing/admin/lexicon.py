"""词库: words, synonyms and stop words that the office adds to its search."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from bulletins.document.folding import fold
from bulletins.editing.admin.kept import KeeperAdmin
from bulletins.editing.asking import who
from bulletins.editing.forms.lexicon import LexiconForm
from bulletins.indexing.standing import standing
from bulletins.models import LexiconEntry
from bulletins.workflow.lexicon import remove_entry, save_entry


@admin.register(LexiconEntry)
class LexiconAdmin(KeeperAdmin):
    form = LexiconForm
    change_list_template = "editing/lexicon.html"
    list_display = (
        "shown_words",
        "kind",
        "changed_at",
    )
    list_filter = ("kind",)
    search_fields = ("folded",)
    search_help_text = "按词查找"

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """With how far the index is that knows the words of now."""
        return super().changelist_view(request, {"index": standing()} | (extra_context or {}))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[LexiconEntry], search_term: str
    ) -> tuple[QuerySet[LexiconEntry], bool]:
        """However it is written: 網 安 is 网安."""
        return queryset.filter(folded__contains=fold(search_term[:100])), False

    def save_model(self, request: HttpRequest, obj: LexiconEntry, form: Any, change: bool) -> None:
        for entry in (obj, *form.others):
            save_entry(entry, by=who(request))

    def delete_model(self, request: HttpRequest, obj: LexiconEntry) -> None:
        remove_entry(obj, by=who(request))

    @admin.display(description="词", ordering="words")
    def shown_words(self, entry: LexiconEntry) -> str:
        return str(entry)
