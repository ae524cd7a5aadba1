"""Regions with how much each has said: one query for a level of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from bulletins.document.wording import BEIJING
from bulletins.listing import held_in, region_list, states
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
    return still_there(counted(province_rows(), sight), sight)


def still_there(found: list[Counted], sight: Sight) -> list[Counted]:
    today = sight.shown.astimezone(BEIJING).date()
    return [one for one in found if one.held or not one.ended(today)]


def counted(
    rows: Iterable[tuple[Any, ...]], sight: Sight, along: tuple[str, ...] = ()
) -> list[Counted]:
    """Regions by code, name and the days from and up to which they exist; one query for all.

    along: the lists that the page asks for anyway, theirs among them.
    """
    found = [(code, name, begins, ends) for code, name, begins, ends in rows]
    held = _held(tuple(region_list(row[0]) for row in found), sight, along)
    return [Counted(*row, held[region_list(row[0])], sight.query) for row in found]


def _held(names: tuple[str, ...], sight: Sight, along: tuple[str, ...]) -> dict[str, int]:
    if sight.at:
        return sight.counts(names)
    found = states(along or names, sight.now, sight.stamp)
    return {name: found[name].held if name in found else 0 for name in names}


def held_in_region(at: datetime) -> Coalesce:
    """How many articles speak of the region that is read."""
    return held_in(Concat(Value(region_list("")), OuterRef("code")), at)


@planned
def province_rows() -> Rows:
    provinces = Region.objects.filter(level="province")
    return provinces.values_list("code", "short_name", "valid_from", "valid_to")
