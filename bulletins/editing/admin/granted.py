"""A page of the admin that is open to roles; Django's own permissions count for nothing here."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Field, ForeignKey, URLField
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bulletins.editing.admin.exporting import export
from bulletins.editing.asking import scope_in
from bulletins.editing.forms.plain import without_colons
from bulletins.editing.forms.regions import RegionChoice, suggestions
from bulletins.models import Role
from bulletins.spreadsheets import WRITERS
from regions.models import Region

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = admin.ModelAdmin


class GrantedAdmin(Base):
    """readers look, writers change and add, removers delete. Nobody else learns that it exists.

    listed_as: the heading of the list, where that is not what the model is called.
    exported: the columns of its file, where they are not those of the list.
    names_regions: whether its form asks for a region.
    """

    readers: tuple[str, ...] = ()
    writers: tuple[str, ...] = (Role.ADMINISTRATOR,)
    removers: tuple[str, ...] = ()
    listed_as = ""
    exported: tuple[Any, ...] = ()
    names_regions = False
    show_facets = admin.ShowFacets.NEVER

    def get_urls(self) -> list[URLPattern]:
        """The list as a file stands beside the list: list.csv, list.xlsx."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        files = [path(f"list.{kind}", self._file(kind), name=f"{name}_{kind}") for kind in WRITERS]
        return [*files, *super().get_urls()]

    def _file(self, kind: str) -> Any:
        view = require_safe(never_cache(partial(export, self, kind=kind)))
        return self.admin_site.admin_view(view)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """By its key alone: pop-ups, which name another field, there are none."""
        return super().get_object(request, object_id)

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

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = self.listed_as or self.opts.verbose_name_plural
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        return without_colons(super().get_form(request, obj, change=change, **options))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        names = suggestions() if self.names_regions else []
        context = {"region_names": names} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, context)

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **options: Any
    ) -> Any:
        """A region is typed by its name; no pop-up windows: each thing is kept on its own page."""
        if isinstance(db_field, ForeignKey) and db_field.related_model is Region:
            return _region_choice(db_field)
        if isinstance(db_field, URLField):
            options["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


def _region_choice(field: "ForeignKey[Any, Any]") -> RegionChoice:
    help_text = field.help_text or "名称或代码，例如天津市滨海新区"
    label = str(field.verbose_name)
    return RegionChoice(label=label, required=not field.blank, help_text=help_text)
