"""What lists ask of the database: of what is public now, prepared; of what was, as it comes."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, Value

from bulletins.listing import ALL, OPEN
from bulletins.models import Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import Together, planned_for_each, prepared
from bulletins.public.sight import Sight

LENGTH = 20
MOST_PINNED = 10
EARLIER, LATER = -1, 1  # than a month
PRINTED = (
    *("number", "title", "regions", "first_published_at", "link"),
    *("deadline", "archived_at", "summary"),
)
Rows = QuerySet[Listing, tuple[Any, ...]]
Ready = Callable[[Callable[..., Any]], Callable[..., list[Any]]]  # how questions are prepared


def printed(rows: ListingQuerySet, *more: str) -> Rows:
    """What ``Entry.read`` reads, behind what else is wanted."""
    return rows.values_list(*more, *PRINTED)


def of_page(rows: ListingQuerySet) -> Rows:
    return printed(rows)[: LENGTH + 1]


def front(rows: ListingQuerySet, at: datetime) -> tuple[Rows, Rows]:
    """What stands on top, and the newest; the first word of each row says which."""
    top, newest = (rows.annotate(top=Value(one)) for one in (1, 0))
    on_top = printed(top.filter(pinned_until__gt=at), "top")[:MOST_PINNED]
    return on_top, printed(newest, "top")[: LENGTH + 1]


def month(rows: ListingQuerySet, begin: datetime, end: datetime) -> tuple[Rows, Rows, Rows]:
    """What was published then, last before, and first after; the first word of each says which."""
    inside, before, after = (rows.annotate(where=Value(one)) for one in (0, EARLIER, LATER))
    ended, comes = Q(first_published_at__lt=begin), Q(first_published_at__gte=end)
    return (
        printed(inside.filter(first_published_at__gte=begin, first_published_at__lt=end), "where"),
        printed(before.filter(ended), "where")[:1],
        printed(after.filter(comes).reverse(), "where")[:1],
    )


def since(rows: ListingQuerySet, number: int) -> Rows:
    return printed(rows.since(number))[: LENGTH + 2]


class Questions(NamedTuple):
    """What is asked of a list, each with its name first and the moment shown last."""

    front: Callable[[str, datetime], Iterable[Any]]
    newest: Callable[[str, datetime], Iterable[Any]]
    month: Callable[[str, datetime, datetime, datetime], Iterable[Any]]
    since: Callable[[str, int, datetime], Iterable[Any]]


def questions_of(name: str, sight: Sight) -> Questions:
    """Nearly everything that ever stood in a list of open notices has left it.

    Of columns there are few, each as long as it is: they are worth plans of their own.
    """
    if sight.at:
        return _about_the_past(sight)
    if name.endswith(f":{OPEN}"):
        return LEFT
    return COLUMNS if name == ALL or name.startswith("column:") else USUAL


def _about_the_past(sight: Sight) -> Questions:
    """As it stood; asked seldom, so nothing is prepared."""
    rows = sight.rows
    return Questions(
        lambda name, at: (row for one in front(rows(name), at) for row in one),
        lambda name, at: of_page(rows(name)),
        lambda name, begin, end, at: (row for one in month(rows(name), begin, end) for row in one),
        lambda name, number, at: since(rows(name), number),
    )


def _about(rows: Callable[[str, datetime], ListingQuerySet], ready: Ready) -> Questions:
    """What readers ask over and over. rows: how those of a list that are public are found."""

    @ready
    def _front(name: str, at: datetime) -> Together[tuple[Any, ...]]:
        return Together(*front(rows(name, at), at))

    @ready
    def _newest(name: str, at: datetime) -> Rows:
        return of_page(rows(name, at))

    @ready
    def _month(
        name: str, begin: datetime, end: datetime, at: datetime
    ) -> Together[tuple[Any, ...]]:
        return Together(*month(rows(name, at), begin, end))

    @ready
    def _since(name: str, number: int, at: datetime) -> Rows:
        return since(rows(name, at), number)

    return Questions(_front, _newest, _month, _since)


def _public(name: str, at: datetime) -> ListingQuerySet:
    return Listing.objects.of(name, at)


USUAL = _about(_public, prepared)
COLUMNS = _about(_public, planned_for_each("name"))
LEFT = _about(lambda name, at: Listing.objects.still_in(name, at), prepared)
