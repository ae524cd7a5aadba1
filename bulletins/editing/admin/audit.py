"""审计记录, to be read by auditors and administrators and changed by nobody."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from accounts.models import AuditEntry
from bulletins.editing.admin.deeds import deed, thing
from bulletins.editing.admin.filters import DeedFilter
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.models import Role


@admin.register(AuditEntry)
class AuditEntryAdmin(GrantedAdmin):
    readers = (Role.AUDITOR, Role.ADMINISTRATOR)
    writers = ()
    list_display = (
        "seq",
        "at",
        "actor_name",
        "shown_deed",
        "shown_thing",
    )
    fields = readonly_fields = (
        *("seq", "at", "actor", "actor_name", "shown_deed", "shown_thing", "detail"),
        *("remark_id", "remark_hash", "prev_hash", "hash", "signature"),
    )
    search_fields = (
        "=object",
        "=actor",
        "actor_name",
    )
    search_help_text = "按账号、姓名或对象（edition:12）查找"
    list_filter = (DeedFilter,)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {"title": "审计记录", "subtitle": f"第 {object_id} 条"} | (extra_context or {})
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description="动作", ordering="action")
    def shown_deed(self, entry: AuditEntry) -> str:
        return deed(entry.action)

    @admin.display(description="对象", ordering="object")
    def shown_thing(self, entry: AuditEntry) -> str:
        return thing(entry.object)
