"""The questions one asks of divisions, by name."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from regions.codes import span

if TYPE_CHECKING:
    from regions.models import Region  # noqa: F401  only the type's name below


class RegionQuerySet(models.QuerySet["Region"]):
    """Code order is menu order: 71, 81 and 82 are the highest provinces, so they come last."""

    def within(self, code: str) -> Self:
        """A division and everything in it, custom ones too; 兵团 has its cities by `also_under`."""
        inside = Q()
        for one in self.spans(code):
            inside |= Q(code__range=one)
        return self.filter(inside)

    def spans(self, code: str) -> list[tuple[str, str]]:
        """The ranges of codes, both ends included, that `within` looks in."""
        low, high = span(code)
        guests = self.model.objects.filter(also_under__gte=low, also_under__lte=high)
        return [(low, high), *(span(guest) for guest in guests.values_list("pk", flat=True))]

    def children_of(self, code: str) -> Self:
        """The next level down, in menu order."""
        return self.filter(Q(parent=code) | Q(also_under=code)).order_by("code")

    def ancestors_of(self, code: str) -> Self:
        """Everything a division lies in, itself not included (at most four steps)."""
        found: set[str] = set()
        step = {code}
        while step:
            parents = self.model.objects.filter(pk__in=step).values_list("parent", "also_under")
            step = {pk for pair in parents for pk in pair if pk} - found
            found |= step
        return self.filter(pk__in=found)

    def current(self, at: date | None = None) -> Self:
        """Divisions that exist on that day (today in Beijing): valid_from <= day < valid_to."""
        day = at or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gt=day)
        )

    def official(self) -> Self:
        """Those of the national list, not those an office added."""
        return self.exclude(level="custom")
