"""Filters of lists, in the office's words, that name nothing beyond what the person may see."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from accounts.models import AuditEntry
from bulletins.editing.admin.deeds import deed
from bulletins.editing.admin.states import all_words, in_state
from bulletins.editing.asking import scope_in, who
from bulletins.models import Column, Edition
from bulletins.permissions import visible


class StateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(words, words) for words in all_words()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Edition]) -> QuerySet[Edition]:
        return queryset.filter(in_state(self.value() or "")) if self.value() else queryset


class ColumnFilter(admin.SimpleListFilter):
    """Only columns in which she sees something."""

    title = "栏目"
    parameter_name = "column"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        seen = visible(who(request), scope_in(request)).filter(column=OuterRef("pk"))
        found = Column.objects.filter(Exists(seen.order_by()))
        return [(column.slug, column.name) for column in found]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Edition]) -> QuerySet[Edition]:
        return queryset.filter(column__slug=self.value()) if self.value() else queryset


class DeedFilter(admin.SimpleListFilter):
    """By what was done, as far as anybody ever did it."""

    title = "动作"
    parameter_name = "action"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        done = AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct()
        return [(action, deed(action)) for action in done]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[AuditEntry]
    ) -> QuerySet[AuditEntry]:
        return queryset.filter(action=self.value()) if self.value() else queryset
