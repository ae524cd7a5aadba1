"""What will become public when, and what will stop being so: one month as weeks of days."""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F

from bulletins.document.wording import BEIJING, midnight
from bulletins.editing.desk import finding
from bulletins.listing import ALL
from bulletins.models import Edition, Listing

YEARS = range(2000, 2100)
MOST = 200  # of one month


@dataclass(frozen=True, slots=True)
class Event:
    """An edition becomes public, or (ends) its article stops being so."""

    at: datetime
    edition: Edition
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """away: of the month before or after."""

    day: date
    away: bool
    today: bool
    events: list[Event]


@dataclass(frozen=True, slots=True)
class Month:
    """before, after: how the months around it are asked for; "" where there is none."""

    first: date
    weeks: list[list[Day]]
    before: str
    after: str

    @property
    def is_empty(self) -> bool:
        return not any(day.events for week in self.weeks for day in week)


def month_of(seen: finding.Seen, asked: str, now: datetime) -> Month:
    """The month that is asked for as 2026-12, or this one; three queries."""
    today = now.astimezone(BEIJING).date()
    first = _first(asked) or today.replace(day=1)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    found = _by_day(seen, weeks[0][0], weeks[-1][-1], now)
    return Month(
        first,
        [[_day(day, first, today, found[day]) for day in week] for week in weeks],
        _name(first - timedelta(days=1)),
        _name(first + timedelta(days=31)),
    )


def _first(asked: str) -> date | None:
    """None for what is no month, or lies where no calendar of ours goes."""
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return None
    return found if found.year in YEARS else None


def _by_day(
    seen: finding.Seen, begin: date, end: date, now: datetime
) -> defaultdict[date, list[Event]]:
    since, until = midnight(begin), midnight(end + timedelta(days=1))
    days: defaultdict[date, list[Event]] = defaultdict(list)
    for event in sorted(_events(seen, since, until, now), key=lambda one: one.at):
        days[_day_of(event)].append(event)
    return days


def _events(seen: finding.Seen, since: datetime, until: datetime, now: datetime) -> Iterator[Event]:
    coming = finding.scheduled(seen, now).filter(live_from__gte=since, live_from__lt=until)
    for edition in coming[:MOST]:
        if edition.live_from:
            yield Event(edition.live_from, edition)
    span = {"live_until__gt": max(since, now), "live_until__lte": until}
    ids = list(Listing.objects.filter(list=ALL, **span).values_list("edition", flat=True)[:MOST])
    for edition in seen.filter(pk__in=ids, live_until=F("article__ends_at")):
        if edition.article.ends_at:
            yield Event(edition.article.ends_at, edition, ends=True)


def _day_of(event: Event) -> date:
    """What ends at 24:00 ends on that day, not on the next."""
    at = event.at - timedelta(microseconds=1) if event.ends else event.at
    return at.astimezone(BEIJING).date()


def _day(day: date, first: date, today: date, events: list[Event]) -> Day:
    return Day(day, (day.year, day.month) != (first.year, first.month), day == today, events)


def _name(day: date) -> str:
    return f"{day:%Y-%m}" if day.year in YEARS else ""
