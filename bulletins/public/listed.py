"""One list as pages: the newest, a month, or what came before an article; no page numbers."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from bulletins.document.wording import BEIJING
from bulletins.public.entries import Entry, front, month_of, newest, older
from bulletins.public.questions import LENGTH
from bulletins.public.sight import Sight


@dataclass(frozen=True)
class Page:
    """Entries in order; before: the article number after which the older ones follow, or None.

    On a month's page: earlier and later are the nearest months in which there is something.
    """

    entries: tuple[Entry, ...]
    before: int | None = None
    newest: bool = False
    pinned: frozenset[int] = frozenset()
    year: int | None = None
    month: int | None = None
    earlier: tuple[int, int] | None = None
    later: tuple[int, int] | None = None

    @property
    def newest_month(self) -> tuple[int, int]:
        """The month of the newest article shown."""
        year, month, _ = max(one.day for one in self.entries).split("-")
        return int(year), int(month)


def page_of(
    name: str,
    sight: Sight,
    *,
    number: int | None = None,
    year: int | None = None,
    month: int | None = None,
    pins: bool = False,
) -> Page:
    """The page of a list. Raises Http404 for an article that is not in it, a month to come.

    pins: what is on top of the list comes first on its newest page; elsewhere, in its place.
    """
    if year is not None and month is not None:
        return month_page(name, sight, year, month)
    top: list[Entry] = []
    if number is None and pins:
        top, found = front(name, sight)
    else:
        found = newest(name, sight) if number is None else _older(name, number, sight)
    shown = found[:LENGTH]
    more = len(found) > LENGTH
    before = shown[-1].number if more else None
    on_top = frozenset(one.number for one in top)
    entries = (*top, *(one for one in shown if one.number not in on_top))
    return Page(entries, before, newest=number is None, pinned=on_top)


def _older(name: str, number: int, sight: Sight) -> list[Entry]:
    found = older(name, number, sight)
    if found is None:
        raise Http404
    return found


def month_page(name: str, sight: Sight, year: int, month: int) -> Page:
    """A month, whole. Raises Http404 for one that has not begun."""
    begin, end = month_span(year, month)
    if begin > sight.now:
        raise Http404
    found = month_of(name, begin, end, sight)
    return Page(
        tuple(found.entries), year=year, month=month, earlier=found.earlier, later=found.later
    )


def month_span(year: int, month: int) -> tuple[datetime, datetime]:
    """The first moment of a month in Beijing, and that of the next."""
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=BEIJING), datetime(*after, 1, tzinfo=BEIJING)
