"""What will be released when: one month as weeks of days."""

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bulletins.document.wording import BEIJING
from bulletins.editing.desk import finding
from bulletins.models import Edition

YEARS = range(2000, 2100)
MOST = 200  # releases of one month


@dataclass(frozen=True, slots=True)
class Day:
    """away: of the month before or after."""

    day: date
    away: bool
    today: bool
    editions: list[Edition]


@dataclass(frozen=True, slots=True)
class Month:
    """before, after: how the months around it are asked for; "" where there is none."""

    first: date
    weeks: list[list[Day]]
    before: str
    after: str

    @property
    def is_empty(self) -> bool:
        return not any(day.editions for week in self.weeks for day in week)


def month_of(seen: finding.Seen, asked: str, now: datetime) -> Month:
    """The month that is asked for as 2026-12, or this one; one query."""
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
) -> defaultdict[date, list[Edition]]:
    since, until = _midnight(begin), _midnight(end + timedelta(days=1))
    days: defaultdict[date, list[Edition]] = defaultdict(list)
    within = finding.scheduled(seen, now).filter(live_from__gte=since, live_from__lt=until)
    for edition in within[:MOST]:
        if edition.live_from:
            days[edition.live_from.astimezone(BEIJING).date()].append(edition)
    return days


def _day(day: date, first: date, today: date, editions: list[Edition]) -> Day:
    return Day(day, (day.year, day.month) != (first.year, first.month), day == today, editions)


def _name(day: date) -> str:
    return f"{day:%Y-%m}" if day.year in YEARS else ""


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, BEIJING)
