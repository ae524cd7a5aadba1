"""What a list prints of an article, read from the list's own rows: one query for a page of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db.models import QuerySet
from django.utils import timezone

from bulletins.document.terms import shortly
from bulletins.document.wording import BEIJING
from bulletins.models import Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import prepared

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
    """

    number: int
    title: str
    regions: str
    day: str
    link: str = ""
    term: str = ""
    archived: bool = False

    @property
    def address(self) -> str:
        """Fixed for good (docs/addresses.md); reverse() would take most of a page's time."""
        return self.link or f"/articles/{self.number}/"

    @classmethod
    def read(cls, row: tuple[Any, ...], now: datetime) -> Self:
        number, title, regions, moment, link, deadline, archived_at = row
        day = f"{moment.astimezone(BEIJING):%Y-%m-%d}"
        archived = archived_at is not None and archived_at <= now
        term = shortly(deadline, now) if deadline and not archived else ""
        return cls(number, title, regions, day, link, term, archived)


Rows = QuerySet[Listing, tuple[Any, ...]]
Moments = QuerySet[Listing, tuple[datetime]]


def newest(name: str) -> list[Entry]:
    """The first page of a list, and one entry more if there is another page."""
    now = timezone.now()
    return entries(_newest(name, now), now)


def pinned(name: str) -> list[Entry]:
    """What stands on top of it now, the newest first."""
    now = timezone.now()
    return entries(_pinned(name, now), now)


def within(name: str, begin: datetime, end: datetime) -> list[Entry]:
    """Everything in it that was first published then."""
    now = timezone.now()
    return entries(_within(name, begin, end, now), now)


def month_before(name: str, begin: datetime) -> tuple[int, int] | None:
    """Year and month of what was published last before that moment."""
    return _month(_before(name, begin, timezone.now()))


def month_after(name: str, end: datetime) -> tuple[int, int] | None:
    """Year and month of what was published first from that moment on."""
    return _month(_after(name, end, timezone.now()))


def older(name: str, number: int) -> list[Entry] | None:
    """What follows an article, and one entry more; None if the list does not hold that article."""
    now = timezone.now()
    found = entries(_since(name, number, now), now)
    return found[1:] if found and found[0].number == number else None


def entries(rows: Iterable[tuple[Any, ...]], now: datetime) -> list[Entry]:
    return [Entry.read(row, now) for row in rows]


def _month(rows: list[tuple[datetime]]) -> tuple[int, int] | None:
    found = [moment.astimezone(BEIJING) for (moment,) in rows]
    return (found[0].year, found[0].month) if found else None


def printed(rows: ListingQuerySet, *more: str) -> Rows:
    """What ``Entry.read`` reads, behind what else is wanted."""
    return rows.values_list(*more, *PRINTED)


@prepared
def _newest(name: str, at: datetime) -> Rows:
    return printed(Listing.objects.of(name, at))[: LENGTH + 1]


@prepared
def _pinned(name: str, at: datetime) -> Rows:
    return printed(Listing.objects.of(name, at).filter(pinned_until__gt=at))[:MOST_PINNED]


@prepared
def _within(name: str, begin: datetime, end: datetime, at: datetime) -> Rows:
    rows = Listing.objects.of(name, at)
    return printed(rows.filter(first_published_at__gte=begin, first_published_at__lt=end))


@prepared
def _before(name: str, begin: datetime, at: datetime) -> Moments:
    rows = Listing.objects.of(name, at).filter(first_published_at__lt=begin)
    return rows.values_list("first_published_at")[:1]


@prepared
def _after(name: str, end: datetime, at: datetime) -> Moments:
    rows = Listing.objects.of(name, at).filter(first_published_at__gte=end)
    return rows.reverse().values_list("first_published_at")[:1]


@prepared
def _since(name: str, number: int, at: datetime) -> Rows:
    return printed(Listing.objects.of(name, at).since(number))[: LENGTH + 2]
