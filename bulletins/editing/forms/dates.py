"""Days and clock times as forms ask for them, in Beijing time."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError

from bulletins.document.moments import EARLIEST
from bulletins.document.wording import BEIJING, midnight

# Other days are nobody's, and overflow.
FIRST, LATEST = EARLIEST.date(), date(9000, 1, 1)


def day_field(label: str, *, must: bool = False, says: str = "") -> forms.DateField:
    widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
    return forms.DateField(label=label, required=must, widget=widget, help_text=says)


def clock_field(label: str, *, must: bool = False, says: str = "") -> forms.TimeField:
    widget = forms.TimeInput({"type": "time"}, "%H:%M")
    return forms.TimeField(label=label, required=must, widget=widget, help_text=says)


def end_of(day: date | None, clock: time | None) -> datetime | None:
    """The moment at which something ends: a day without a clock time ends at its 24:00.

    Raises ValidationError for a day too far away or long ago.
    """
    if day is None:
        return None
    if day > LATEST:
        raise ValidationError("日期太远：请写成实际的日期")
    if day < FIRST:
        raise ValidationError("日期太早：请写 1900 年以后的日期")
    if clock is None:
        return midnight(day + timedelta(days=1))
    return datetime.combine(day, clock, BEIJING)


def day_and_clock(moment: datetime | None) -> tuple[date | None, time | None]:
    """As it was typed: 24:00 of a day is that day without a clock time."""
    if moment is None:
        return None, None
    local = moment.astimezone(BEIJING)
    if local.time() == time():
        return local.date() - timedelta(days=1), None
    return local.date(), local.time()
