"""What the front page asks of all lists: one query, however many columns there are."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple, Self

from django.db.models import Value

from bulletins.listing import OPEN, column_list, facet_list, lasting
from bulletins.models import Column, ColumnKind, Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import Together, prepared
from bulletins.public.entries import Entry
from bulletins.public.questions import Rows, printed
from bulletins.public.sight import Sight

MOST_PINNED = 40
PINNED, FIRST, ENDING = range(3)  # why a row was asked for


class Found(NamedTuple):
    """A row: why it was asked for, its list, its edition, and what is printed of it."""

    why: int
    list: str
    edition: int
    printed: tuple[Any, ...]

    def entry(self, sight: Sight) -> Entry:
        return Entry.read(self.printed, sight.shown, sight.query)


class Front(NamedTuple):
    """rows: all of them. each: how many a column shows."""

    rows: tuple[Found, ...]
    sight: Sight

    def pins(self, column: Column | None = None) -> list[Found]:
        """What stands on top of a column, or of any, the newest first."""
        name = column_list(column.slug) if column else ""
        return [one for one in self.rows if one.why == PINNED and name in ("", one.list)]

    def first(self, column: Column) -> list[Found]:
        """Its newest, what stands on top before the others."""
        name, pins = column_list(column.slug), self.pins(column)
        on_top = {one.edition for one in pins}
        rest = (one for one in self.rows if one.why == FIRST and one.list == name)
        return [*pins, *(one for one in rest if one.edition not in on_top)]

    def newest(self, columns: Iterable[Column]) -> Found | None:
        """The last that was published in one of these columns, on top or not."""
        names = {column_list(one.slug) for one in columns}
        found = (one for one in self.rows if one.why == FIRST and one.list in names)
        return max(found, key=lambda one: (one.printed[3], one.printed[0]), default=None)

    def ending(self) -> list[Found]:
        """Open notices of all columns, those first that end first."""
        found = {one.edition: one for one in self.rows if one.why == ENDING}
        return sorted(found.values(), key=lambda one: (one.printed[5], one.printed[0]))


class Lists(NamedTuple):
    """What the front page shows of: columns, open notices, and what else it asks about."""

    names: tuple[str, ...]
    opened: tuple[str, ...]
    besides: tuple[str, ...] = ()

    @classmethod
    def of(cls, columns: Iterable[Column], ending: int) -> Self:
        asked = list(columns)
        notices = (one for one in asked if one.kind == ColumnKind.NOTICE)
        opened = tuple(facet_list(one.slug, OPEN) for one in notices) if ending else ()
        return cls(tuple(column_list(one.slug) for one in asked), opened)

    @property
    def all(self) -> tuple[str, ...]:
        return self.names + self.opened + self.besides


def front(lists: Lists, sight: Sight, each: int, ending: int) -> Front:
    """each and ending: how many of the newest of a column, and of the open notices."""
    names, opened, _ = lists
    if sight.at is None:
        question, key = _question(names, opened, each, ending), ("front", lists, each, ending)
        rows: Iterable[Any] = lasting(
            key, lists.all, sight.now, sight.stamp, lambda: question(sight.now)
        )
    else:
        of_all = _asked(sight.listed(), names, opened, sight.at, each, ending)
        rows = (row for one in of_all for row in one)
    return Front(tuple(Found(why, name, pk, tuple(said)) for why, name, pk, *said in rows), sight)


@lru_cache(maxsize=32)
def _question(
    names: tuple[str, ...], opened: tuple[str, ...], each: int, ending: int
) -> Callable[[datetime], list[tuple[Any, ...]]]:
    """Put into SQL once for the columns that there are."""

    @prepared
    def _rows(at: datetime) -> Together[tuple[Any, ...]]:
        ordered = Listing.objects.public(at).order_by("-first_published_at", "-number")
        return Together(*_asked(ordered, names, opened, at, each, ending))

    return _rows


def _asked(
    rows: ListingQuerySet,
    names: tuple[str, ...],
    opened: tuple[str, ...],
    at: datetime,
    each: int,
    ending: int,
) -> list[Rows]:
    """rows: of all lists, public at that moment, newest first."""
    pins = rows.filter(pinned_until__gt=at, list__startswith="column:")
    return [
        _as(PINNED, pins)[:MOST_PINNED],
        *(_as(FIRST, rows.filter(list=one))[:each] for one in names),
        *(_as(ENDING, _open(rows, one, at))[:ending] for one in opened),
    ]


def _open(rows: ListingQuerySet, name: str, at: datetime) -> ListingQuerySet:
    """By their end: nearly all that ever stood in such a list have left it."""
    return rows.filter(list=name, live_until__gt=at).order_by("live_until", "number")


def _as(why: int, rows: ListingQuerySet) -> Rows:
    return printed(rows.annotate(why=Value(why)), "why", "list", "edition_id")
