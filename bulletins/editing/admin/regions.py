"""地区: the official list, and the divisions an office added."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.workflow.regions import save_region
from regions.models import Region


@admin.register(Region)
class RegionAdmin(GrantedAdmin):
    list_display = (
        "code",
        "name",
        "short_name",
        "level",
        "parent",
        "valid_to",
    )
    list_filter = ("level",)
    search_fields = (
        "code",
        "name",
        "short_name",
        "pinyin",
        "aliases",
    )
    names_regions = True
    list_select_related = ("parent",)
    show_full_result_count = False

    def save_model(self, request: HttpRequest, obj: Region, form: Any, change: bool) -> None:
        save_region(obj, by=who(request))
