"""稿源库: everybody who writes may look things up, administrators keep it."""

from django.contrib import admin

from bulletins.editing.admin.answers import answer
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.models import Role, Source


@admin.register(Source)
class SourceAdmin(GrantedAdmin):
    readers = (Role.EDITOR, Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)
    list_display = (
        "name",
        "address",
        answer("approved", "已核准"),
    )
    list_filter = ("approved",)
    search_fields = ("name",)
