"""How lists stand at a moment: what they hold, when they last changed, and when they will next."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from bulletins.listing.counting import held
from bulletins.models import ListCount, Listing
from bulletins.models.prepared import planned

Moments = tuple[datetime, datetime | None, datetime | None]
Names = tuple[str, ...]
EACH = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT json_array_elements_text(%s::json)",
}


class State(NamedTuple):
    """moments: when it was last written, and when something in it last began and ended.

    coming: when something next begins, ends, leaves its top.
    """

    held: int
    moments: Moments
    coming: tuple[datetime | None, ...]

    @classmethod
    def read(cls, row: tuple[Any, ...]) -> Self:
        return cls(row[0], (row[1], row[2], row[3]), row[4:])


def states_of(names: Names, at: datetime) -> dict[str, State]:
    """Of those that were ever counted; one query, of none none."""
    rows = _states(json.dumps(names), at) if names else []
    return {row[0]: State.read(row[1:]) for row in rows}


@planned
def _states(names: Any, at: datetime) -> QuerySet[ListCount, tuple[Any, ...]]:
    """names: as JSON, so that it is one question however many they are."""
    among = RawSQL(EACH[connection.vendor], names.params)  # noqa: S611  of our own words
    found = ListCount.objects.filter(list__in=among)
    return found.values_list("list", held(at), "at", *_last(at), *_next(at))


def _last(at: datetime) -> Iterator[Subquery]:
    rows = Listing.objects.filter(list=OuterRef("list"))
    for field in ("live_from", "live_until"):
        past = rows.filter(**{f"{field}__lte": at}).order_by(f"-{field}")
        yield Subquery(past.values(field)[:1])


def _next(at: datetime) -> Iterator[Subquery]:
    rows = Listing.objects.filter(list=OuterRef("list"))
    for field in ("live_from", "live_until", "pinned_until"):
        coming = rows.filter(**{f"{field}__gt": at}).order_by(field)
        yield Subquery(coming.values(field)[:1])
