"""How lists stand at a moment: what they hold, when they last changed, and when they will next."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple, Self

from django.db.models import OuterRef, QuerySet, Subquery

from bulletins.listing.counting import held
from bulletins.models import ListCount, Listing
from bulletins.models.prepared import prepared

Moments = tuple[datetime, datetime | None, datetime | None]
Names = tuple[str, ...]


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
    rows = _question(names)(at) if names else []
    return {row[0]: State.read(row[1:]) for row in rows}


@lru_cache(maxsize=256)
def _question(names: Names) -> Callable[[datetime], list[tuple[Any, ...]]]:
    """Put into SQL once: these are asked of over and over."""

    @prepared
    def _states(at: datetime) -> QuerySet[ListCount, tuple[Any, ...]]:
        found = ListCount.objects.filter(list__in=names)
        return found.values_list("list", held(at), "at", *_last(at), *_next(at))

    return _states


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
