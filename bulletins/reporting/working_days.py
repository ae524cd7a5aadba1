"""Working days: Monday to Friday, but for what the office's calendar says otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta

from bulletins.models import SpecialDay

TERM = 3  # working days in which a report is answered
FURTHEST = timedelta(days=60)  # a calendar of nothing but holidays is a mistake


def answer_by(received: date) -> date:
    """The third working day after the day on which it came."""
    last = received + FURTHEST
    known = SpecialDay.objects.filter(day__gt=received, day__lte=last)
    return nth_working_day(received, TERM, dict(known.values_list("day", "works")))


def nth_working_day(since: date, count: int, special: Mapping[date, bool]) -> date:
    """The count-th working day after since; special: day → whether it is one."""
    day, last = since, since + FURTHEST
    while count and day < last:
        day += timedelta(days=1)
        count -= special.get(day, day.weekday() < 5)
    return day
