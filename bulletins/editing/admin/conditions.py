"""条件: the filter of a list that is typed in, since regions, tags and people are too many to list.

What it tells of an edition is only what the person may know of it: a region by the parts she sees,
tags and people where she may read the whole.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from accounts.models import User
from bulletins.document.wording import midnight
from bulletins.editing.asking import scope_in
from bulletins.editing.forms.conditions import ConditionsForm
from bulletins.editing.forms.regions import suggestions
from bulletins.models import Edition, EditionAuthor, EditionTag, Part
from bulletins.permissions import Scope
from bulletins.permissions.visibility import whole, with_parts
from regions.models import Region

NAMES = tuple(ConditionsForm.base_fields)


class ConditionsFilter(admin.ListFilter):
    title = "条件"
    template = "admin/conditions.html"

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        asked = {name: params.pop(name)[-1] for name in NAMES if name in params}
        self.used_parameters: dict[str, Any] = {name: said for name, said in asked.items() if said}
        self.form = ConditionsForm(self.used_parameters)

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return list(NAMES)

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        """One: the form, and what else the list is asked for."""
        others = {name: said for name, said in changelist.params.items() if name not in NAMES}
        others.pop("p", None)  # a narrower list begins on its first page
        without = changelist.get_query_string(remove=[*NAMES, "p"])
        names = suggestions()
        yield {"form": self.form, "others": others, "without": without, "region_names": names}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Edition]) -> QuerySet[Edition]:
        if not self.form.is_valid():
            return queryset.none()
        scope = scope_in(request)
        for name, said in self.form.cleaned_data.items():
            if said:
                queryset = queryset.filter(ASKED[name](said, scope))
        return queryset


def _in_region(code: str, scope: Scope) -> Q:
    inside = Q(pk__in=())
    for low, high in Region.objects.all().spans(code):
        inside |= Q(region__gte=low, region__lte=high)
    return with_parts(scope, Part.objects.filter(inside))


def _tagged(name: str, scope: Scope) -> Q:
    tagged = EditionTag.objects.filter(tag__name=name)
    return Q(pk__in=tagged.values("content_object")) & whole(scope)


def _by_person(name: str, scope: Scope) -> Q:
    """Whoever began it, or whose words are in it."""
    called = User.objects.filter(Q(username=name) | Q(display_name=name)).values("pk")
    wrote = Q(pk__in=EditionAuthor.objects.filter(user__in=called).values("edition"))
    return (wrote | Q(created_by__in=called)) & whole(scope)


def _since(day: date, scope: Scope) -> Q:
    return Q(changed_at__gte=midnight(day))


def _until(day: date, scope: Scope) -> Q:
    return Q(changed_at__lt=midnight(day + timedelta(days=1)))


ASKED: Mapping[str, Callable[[Any, Scope], Q]] = {
    "region": _in_region,
    "tag": _tagged,
    "person": _by_person,
    "since": _since,
    "until": _until,
}
