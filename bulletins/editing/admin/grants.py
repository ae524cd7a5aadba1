"""授权: given and taken back, never changed in place."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.models import Grant, Role
from bulletins.permissions.granting import give, take_back


@admin.register(Grant)
class GrantAdmin(GrantedAdmin):
    removers = (Role.ADMINISTRATOR,)
    list_display = (
        "user",
        "role",
        "column",
        "region",
        "created_at",
    )
    list_filter = (
        "role",
        "column",
    )
    list_select_related = (
        "user",
        "column",
        "region",
    )
    search_fields = (
        "user__username",
        "user__display_name",
    )
    autocomplete_fields = (
        "user",
        "region",
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Grant, form: Any, change: bool) -> None:
        give(obj, by=who(request))

    def delete_model(self, request: HttpRequest, obj: Grant) -> None:
        take_back(obj, by=who(request))
