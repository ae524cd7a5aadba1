"""审计记录, to be read by auditors and administrators and changed by nobody."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.models import AuditEntry
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
        "action",
        "object",
    )
    search_fields = (
        "=object",
        "=actor",
        "actor_name",
        "action",
    )
    list_filter = ("action",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
