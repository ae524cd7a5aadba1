"""放假和调休: what counts as a working day, kept by administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bulletins.editing.admin.answers import answer
from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.models import Role, SpecialDay
from bulletins.reporting.calendar import remove_special_day, save_special_day


@admin.register(SpecialDay)
class SpecialDayAdmin(GrantedAdmin):
    removers = (Role.ADMINISTRATOR,)
    list_display = (
        "day",
        answer("works", "上班"),
        "name",
    )
    list_filter = ("works",)

    def save_model(self, request: HttpRequest, obj: SpecialDay, form: Any, change: bool) -> None:
        save_special_day(obj, by=who(request))

    def delete_model(self, request: HttpRequest, obj: SpecialDay) -> None:
        remove_special_day(obj, by=who(request))
