"""稿源库: everybody who writes may look things up, administrators keep it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bulletins.editing.admin.answers import answer
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.models import Role, Source
from bulletins.workflow.sources import save_source


@admin.register(Source)
class SourceAdmin(GrantedAdmin):
    readers = (Role.EDITOR, Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)
    list_display = (
        "name",
        "address",
        answer("own", "本单位"),
        answer("approved", "已核准"),
    )
    list_filter = ("approved",)
    search_fields = ("name",)

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        save_source(obj, by=who(request))
