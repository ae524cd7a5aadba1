"""地区: the official list, and the divisions an office added."""

from django.contrib import admin

from bulletins.editing.admin.granted import GrantedAdmin
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
