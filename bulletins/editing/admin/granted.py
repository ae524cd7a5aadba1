"""A page of the admin that is open to roles; Django's own permissions count for nothing here."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from bulletins.editing.asking import scope_in
from bulletins.models import Role

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = admin.ModelAdmin


class GrantedAdmin(Base):
    """readers look, writers change and add, removers delete. Nobody else learns that it exists."""

    readers: tuple[str, ...] = ()
    writers: tuple[str, ...] = (Role.ADMINISTRATOR,)
    removers: tuple[str, ...] = ()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return scope_in(request).anywhere(*self.readers, *self.writers)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return scope_in(request).anywhere(*self.writers)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return scope_in(request).anywhere(*self.writers)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return scope_in(request).anywhere(*self.removers)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)
