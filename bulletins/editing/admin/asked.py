"""检索情况: not the rows of each day, but what they come to."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bulletins.editing.admin.kept import KeeperAdmin
from bulletins.editing.pages import asked
from bulletins.models import AskedQuery


@admin.register(AskedQuery)
class AskedAdmin(KeeperAdmin):
    """Nothing is added or changed by hand; one thing that was asked can be forgotten whole."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("synonym/", wrap(asked.add_as_synonym), name="bulletins_askedquery_synonym"),
            path("forget/", wrap(asked.forget), name="bulletins_askedquery_forget"),
            *super().get_urls(),
        ]

    def _file(self, kind: str) -> Any:
        view = require_safe(never_cache(partial(asked.report_file, kind=kind)))
        return self.admin_site.admin_view(view)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return asked.report_page(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The report; a single row has no page."""
        return obj is None and super().has_view_permission(request)
