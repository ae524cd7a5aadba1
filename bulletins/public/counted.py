"""Regions with how much each has said: one query for a level of them."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from bulletins.document.wording import BEIJING
from bulletins.listing import held_in, region_list
from bulletins.models.prepared import planned
from bulletins.public.sight import Sight
from regions.models import Region


class Counted(NamedTuple):
    """held: how many articles speak of it. It exists from one day up to another, or always.

    query: of a page as it stood (``Sight.query``).
    """

    code: str
    short_name: str
    begins: date | None
    ends: date | None
    held: int
    query: str = ""

    @property
    def address(self) -> str:
        """Fixed for good, as an article's (``entries``)."""
        return f"/regions/{self.code}/{self.query}"

    @property
    def printed_count(self) -> str:
        """As it is printed: a template would ask for each number how the language writes it."""
        return str(self.held)

    def exists(self, on: date) -> bool:
        return (self.begins is None or self.begins <= on) and not self.ended(on)

    def ended(self, on: date) -> bool:
        return self.ends is not None and self.ends <= on


Rows = QuerySet[Region, tuple[Any, ...]]


def provinces(sight: Sight) -> list[Counted]:
    """In menu order; one that has ceased to exist is there while something speaks of it."""
    found = _as_shown([Counted(*row) for row in _provinces(sight.now)], sight)
    today = sight.shown.astimezone(BEIJING).date()
    return [one for one in found if one.held or not one.ended(today)]


def that_spoke(found: list[Counted], sight: Sight) -> list[Counted]:
    """Those of them that have said something."""
    return [one for one in _as_shown(found, sight) if one.held]


def _as_shown(found: list[Counted], sight: Sight) -> list[Counted]:
    """With what they had said then; where that is now, it was read along."""
    if sight.at is None:
        return found
    held = sight.counts([region_list(one.code) for one in found])
    return [one._replace(held=held[region_list(one.code)], query=sight.query) for one in found]


@planned
def _provinces(at: datetime) -> Rows:
    provinces = Region.objects.filter(level="province")
    named = ("code", "short_name", "valid_from", "valid_to")
    return provinces.values_list(*named, held_in_region(at))


def held_in_region(at: datetime) -> Coalesce:
    """How many articles speak of the region that is read."""
    return held_in(Concat(Value(region_list("")), OuterRef("code")), at)
