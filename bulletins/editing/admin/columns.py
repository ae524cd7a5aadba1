"""栏目, as administrators keep them."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from bulletins.editing.admin.answers import answer
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import number_in, who
from bulletins.models import Column
from bulletins.permissions import Refused
from bulletins.workflow.columns import confirm_fewer_stages, save_column


@admin.register(Column)
class ColumnAdmin(GrantedAdmin):
    change_form_template = "editing/column.html"
    list_display = (
        "name",
        "slug",
        "kind",
        "parent",
        "review_stages",
        answer("active", "启用"),
        "position",
    )
    list_filter = (
        "kind",
        "active",
    )
    search_fields = (
        "name",
        "slug",
    )
    fields = (
        *("name", "slug", "kind", "parent", "position", "description", "keywords", "column_type"),
        *("review_stages", "freshness_days", "archive_after_days", "active", "merged_into"),
    )

    def get_urls(self) -> list[URLPattern]:
        confirm = self.admin_site.admin_view(require_POST(self.confirm))
        name = "bulletins_column_confirm"
        return [path("<int:pk>/confirm/", confirm, name=name), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What is new has nothing that could be listed elsewhere."""
        return tuple(name for name in self.fields if obj or name != "merged_into")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()  # addresses are fixed for good

    def save_model(self, request: HttpRequest, obj: Column, form: Any, change: bool) -> None:
        if save_column(obj, by=who(request)):
            said = f"降为 {obj.fewer_stages} 审须由另一位管理员在本页确认，此前仍按原来的级数审核"
            messages.warning(request, said)

    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_change_permission(request):
            raise Http404
        try:
            stages = number_in(request.POST.get("stages", ""))
            confirm_fewer_stages(get_object_or_404(Column, pk=pk), stages, by=who(request))
            messages.success(request, "已降低审核级数，从现在起送审的稿件按新级数审核")
        except Refused as refusal:
            messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:bulletins_column_change", args=[pk]))
