"""网站设置: one row, kept by administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.models import SiteSettings
from bulletins.workflow.site import save_site


@admin.register(SiteSettings)
class SiteSettingsAdmin(GrantedAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def save_model(self, request: HttpRequest, obj: SiteSettings, form: Any, change: bool) -> None:
        save_site(obj, by=who(request))
