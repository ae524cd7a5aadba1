"""Pages for who keeps the search of the whole site."""

from typing import Any

from django.http import HttpRequest

from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import scope_in
from bulletins.permissions.keepers import keeps_search


class KeeperAdmin(GrantedAdmin):
    """Administrators and editors of the whole site look, change, add and delete."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return keeps_search(scope_in(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return keeps_search(scope_in(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return keeps_search(scope_in(request))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return keeps_search(scope_in(request))
