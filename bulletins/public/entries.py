"""What a list prints of an article, read from the list's own rows: one query for a page of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db.models import QuerySet

from bulletins.document.terms import shortly
from bulletins.document.wording import BEIJING
from bulletins.models import Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import prepared
from bulletins.public.sight import Sight

LENGTH = 20
MOST_PINNED = 10
PRINTED = (
    *("number", "title", "regions", "first_published_at", "link"),
    *("deadline", "archived_at"),
)


class Entry(NamedTuple):
    """regions: their names, "" where there are none. day: "2021-03-15", in Beijing.

    link: of 标题链接, where its title leads instead of to a page of ours. term: of a notice, how
    long it asks ("3 天后截止"). What is archived asks for nothing any more.
    query: of a list as it stood (``Sight.query``).
    """

    number: int
    title: str
    regions: str
    day: str
    link: str = ""
    term: str = ""
    archived: bool = False
    query: str = ""

    @property
    def address(self) -> str:
        """Fixed for good (docs/addresses.md); reverse() would take most of a page's time."""
        return self.link or f"/articles/{self.number}/{self.query}"

    @classmethod
    def read(cls, row: tuple[Any, ...], now: datetime, query: str = "") -> Self:
        number, title, regions, moment, link, deadline, archived_at = row
        day = f"{moment.astimezone(BEIJING):%Y-%m-%d}"
        archived = archived_at is not None and archived_at <= now
        term = shortly(deadline, now) if deadline and not archived else ""
        return cls(number, title, regions, day, link, term, archived, query)


Rows = QuerySet[Listing, tuple[Any, ...]]
Moments = QuerySet[Listing, tuple[datetime]]


def newest(name: str, sight: Sight) -> list[Entry]:
    """The first page of a list, and one entry more if there is another page."""
    rows = _of_page(sight.rows(name)) if sight.at else _newest(name, sight.now)
    return entries(rows, sight.shown, sight.query)


def pinned(name: str, sight: Sight) -> list[Entry]:
    """What stands on top of it, the newest first."""
    at = sight.shown
    rows = _on_top(sight.rows(name), at) if sight.at else _pinned(name, at)
    return entries(rows, at, sight.query)


def within(name: str, begin: datetime, end: datetime, sight: Sight) -> list[Entry]:
    """Everything in it that was first published then."""
    if sight.at:
        rows: Iterable[tuple[Any, ...]] = _between(sight.rows(name), begin, end)
    else:
        rows = _within(name, begin, end, sight.now)
    return entries(rows, sight.shown, sight.query)


def month_before(name: str, begin: datetime, sight: Sight) -> tuple[int, int] | None:
    """Year and month of what was published last before that moment."""
    return _month(_last(sight.rows(name), begin) if sight.at else _before(name, begin, sight.now))


def month_after(name: str, end: datetime, sight: Sight) -> tuple[int, int] | None:
    """Year and month of what was published first from that moment on."""
    return _month(_first(sight.rows(name), end) if sight.at else _after(name, end, sight.now))


def older(name: str, number: int, sight: Sight) -> list[Entry] | None:
    """What follows an article, and one entry more; None if the list does not hold that article."""
    rows = _from(sight.rows(name), number) if sight.at else _since(name, number, sight.now)
    found = entries(rows, sight.shown, sight.query)
    return found[1:] if found and found[0].number == number else None


def entries(rows: Iterable[tuple[Any, ...]], now: datetime, query: str = "") -> list[Entry]:
    return [Entry.read(row, now, query) for row in rows]


def _month(rows: Iterable[tuple[datetime]]) -> tuple[int, int] | None:
    found = [moment.astimezone(BEIJING) for (moment,) in rows]
    return (found[0].year, found[0].month) if found else None


def printed(rows: ListingQuerySet, *more: str) -> Rows:
    """What ``Entry.read`` reads, behind what else is wanted."""
    return rows.values_list(*more, *PRINTED)


def _of_page(rows: ListingQuerySet) -> Rows:
    return printed(rows)[: LENGTH + 1]


def _on_top(rows: ListingQuerySet, at: datetime) -> Rows:
    return printed(rows.filter(pinned_until__gt=at))[:MOST_PINNED]


def _between(rows: ListingQuerySet, begin: datetime, end: datetime) -> Rows:
    return printed(rows.filter(first_published_at__gte=begin, first_published_at__lt=end))


def _last(rows: ListingQuerySet, before: datetime) -> Moments:
    found = rows.filter(first_published_at__lt=before)
    return found.values_list("first_published_at")[:1]


def _first(rows: ListingQuerySet, since: datetime) -> Moments:
    found = rows.filter(first_published_at__gte=since)
    return found.reverse().values_list("first_published_at")[:1]


def _from(rows: ListingQuerySet, number: int) -> Rows:
    return printed(rows.since(number))[: LENGTH + 2]


# The same of what is public now, prepared: what readers ask over and over.
@prepared
def _newest(name: str, at: datetime) -> Rows:
    return _of_page(Listing.objects.of(name, at))


@prepared
def _pinned(name: str, at: datetime) -> Rows:
    return _on_top(Listing.objects.of(name, at), at)


@prepared
def _within(name: str, begin: datetime, end: datetime, at: datetime) -> Rows:
    return _between(Listing.objects.of(name, at), begin, end)


@prepared
def _before(name: str, begin: datetime, at: datetime) -> Moments:
    return _last(Listing.objects.of(name, at), begin)


@prepared
def _after(name: str, end: datetime, at: datetime) -> Moments:
    return _first(Listing.objects.of(name, at), end)


@prepared
def _since(name: str, number: int, at: datetime) -> Rows:
    return _from(Listing.objects.of(name, at), number)
