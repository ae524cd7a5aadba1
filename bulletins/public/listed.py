"""One list as pages: the newest, a month, or what came before an article; no page numbers."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils import timezone

from bulletins.document.wording import BEIJING
from bulletins.public.entries import LENGTH, Entry, newest, older, within


@dataclass(frozen=True)
class Page:
    """Entries in order; before: the article number after which the older ones follow, or None."""

    entries: list[Entry]
    before: int | None = None
    newest: bool = False
    year: int | None = None
    month: int | None = None

    @property
    def earlier_month(self) -> tuple[int, int] | None:
        """The month before, on a month's page."""
        if self.year is None or self.month is None:
            return None
        return (self.year, self.month - 1) if self.month > 1 else (self.year - 1, 12)

    @property
    def newest_month(self) -> tuple[int, int]:
        """The month of the first article shown."""
        year, month, _ = self.entries[0].day.split("-")
        return int(year), int(month)

    @property
    def later_month(self) -> tuple[int, int] | None:
        """The month after, unless it has not begun."""
        if self.year is None or self.month is None:
            return None
        later = (self.year, self.month + 1) if self.month < 12 else (self.year + 1, 1)
        today = timezone.localdate()
        return later if later <= (today.year, today.month) else None


def page_of(
    name: str, *, number: int | None = None, year: int | None = None, month: int | None = None
) -> Page:
    """The page of a list. Raises Http404 for an article that is not in it."""
    if year is not None and month is not None:
        return Page(within(name, *month_span(year, month)), year=year, month=month)
    found = newest(name) if number is None else older(name, number)
    if found is None:
        raise Http404
    shown = found[:LENGTH]
    more = len(found) > LENGTH
    return Page(shown, shown[-1].number if more else None, newest=number is None)


def month_span(year: int, month: int) -> tuple[datetime, datetime]:
    """The first moment of a month in Beijing, and that of the next."""
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=BEIJING), datetime(*after, 1, tzinfo=BEIJING)
