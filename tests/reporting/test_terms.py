"""Three working days, a warning at 60 days and red at 90: by the calendar, in Beijing."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from bulletins.document.wording import BEIJING
from bulletins.models import ErrorReport, SpecialDay
from bulletins.reporting import Subject, receive
from bulletins.reporting.receipts import new_receipt, read_receipt
from bulletins.reporting.urgency import urgency_of
from bulletins.reporting.working_days import nth_working_day
from tests.reporting.conftest import SAID

HOLIDAYS = {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 10, 10): True}


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 30), date(2026, 12, 3)),  # Monday → Thursday
        (date(2026, 12, 2), date(2026, 12, 7)),  # Wednesday → Monday
        (date(2026, 12, 5), date(2026, 12, 9)),  # Saturday → Wednesday
        (date(2026, 9, 30), date(2026, 10, 10)),  # before the holidays: a Saturday is worked
    ],
)
def test_the_third_working_day_after_it_came(received: date, due: date) -> None:
    assert nth_working_day(received, 3, HOLIDAYS) == due


def test_a_calendar_of_holidays_alone_does_not_put_it_off_for_ever() -> None:
    nothing = {date(2026, 1, 1) + timedelta(days=day): False for day in range(400)}
    assert nth_working_day(date(2026, 1, 1), 3, nothing) == date(2026, 3, 2)


@pytest.mark.django_db
def test_the_offices_own_calendar_counts(subject: Subject) -> None:
    SpecialDay.objects.create(day=date(2090, 6, 6), works=False)
    with time_machine.travel(datetime(2090, 6, 2, 23, 30, tzinfo=BEIJING)):  # a Friday
        assert receive(subject, SAID, form="x").due_on == date(2090, 6, 8)


@pytest.mark.parametrize(
    ("days", "level", "said"),
    [
        (0, "", "还有 3 天"),
        (3, "", "今天应当答复"),
        (4, "late", "已过 1 天"),
        (59, "late", "已过 56 天"),
        (60, "warned", "已 60 天没有答复，满 90 天检查不合格"),
        (89, "warned", "已 89 天"),
        (90, "failing", "已 90 天没有答复：检查不合格"),
    ],
)
def test_how_urgent_it_is(days: int, level: str, said: str) -> None:
    came = datetime(2026, 11, 30, 23, 59, tzinfo=BEIJING)
    report = ErrorReport(received_at=came, due_on=date(2026, 12, 3))
    found = urgency_of(report, datetime(2026, 11, 30, 0, 1, tzinfo=BEIJING) + timedelta(days=days))
    assert found.level == level
    assert said in found.said
    report.answered_at = timezone.now()
    assert urgency_of(report, came + timedelta(days=99)).said == ""


def test_a_receipt_can_be_typed_as_it_was_heard() -> None:
    receipt = new_receipt(2026)
    bare = receipt.replace("-", "")
    for typed in (receipt, receipt.lower(), bare, bare[2:], f" {receipt[:7]} {receipt[8:]}　"):
        assert read_receipt(typed) == receipt
    for typed in ("", "JC-2026", f"{receipt}2", "JC-2026-7Q4K-9F2O", "٢٠٢٦7Q4K9F2M", "\0"):
        assert read_receipt(typed) == ""
    assert len({new_receipt(2026) for _ in range(1000)}) == 1000
