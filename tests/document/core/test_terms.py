"""A notice's deadline in words, around its own second and around midnight in Beijing."""

from datetime import datetime, timedelta

import pytest

from bulletins.document.terms import Term, in_full, left, shortly, state
from bulletins.document.wording import BEIJING

SECOND = timedelta(seconds=1)
MIDNIGHT = datetime(2026, 12, 4, tzinfo=BEIJING)  # 3 December, 24:00
FIVE = datetime(2026, 12, 3, 17, tzinfo=BEIJING)


def at(day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, second, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (MIDNIGHT, "2026年12月3日（星期四）24:00"),
        (FIVE, "2026年12月3日（星期四）17:00"),
        (at(4, 0, 1), "2026年12月4日（星期五）00:01"),
        (datetime(2027, 1, 1, tzinfo=BEIJING), "2026年12月31日（星期四）24:00"),
        (at(6, 23, 59), "2026年12月6日（星期日）23:59"),
    ],
)
def test_a_day_is_named_with_its_weekday_and_ends_at_24(moment: datetime, said: str) -> None:
    assert in_full(moment) == said


@pytest.mark.parametrize(
    ("now", "long", "short"),
    [
        (datetime(2026, 11, 30, 23, 59, 59, tzinfo=BEIJING), "还有 3 天", "3 天后截止"),
        (at(1), "还有 2 天", "2 天后截止"),
        (at(1, 23, 59, 59), "还有 2 天", "2 天后截止"),
        (at(2), "明天截止", "明天截止"),
        (at(2, 23, 59, 59), "明天截止", "明天截止"),
        (at(3), "今天截止", "今天截止"),
        (at(3, 23, 59, 59), "今天截止", "今天截止"),
        (MIDNIGHT, "已截止", "已截止"),
        (at(9), "已截止", "已截止"),
    ],
)
def test_days_left_are_those_of_the_calendar(now: datetime, long: str, short: str) -> None:
    assert (left(MIDNIGHT, now), shortly(MIDNIGHT, now)) == (long, short)


def test_it_is_over_from_its_very_second_on() -> None:
    assert left(FIVE, FIVE - SECOND) == "今天截止"
    assert left(FIVE, FIVE) == "已截止"
    assert not Term(FIVE).over(FIVE - timedelta(microseconds=1))
    assert Term(FIVE).over(FIVE)


def test_another_clock_sees_the_same_day() -> None:
    """23:30 in Beijing is 15:30 in Greenwich, of the same day; 00:30 is not."""
    assert left(MIDNIGHT, at(2, 0, 30).astimezone()) == "明天截止"


def test_a_public_notice_period_ends_rather_than_closes() -> None:
    assert left(FIVE, at(3, 9), "结束") == "今天结束"
    assert left(FIVE, FIVE, "结束") == "已结束"


def test_what_the_desk_decided_goes_before_what_the_text_says() -> None:
    assert Term(FIVE).deadline == FIVE
    assert Term(FIVE).before is None
    put_off = Term(FIVE, extended=at(10))
    assert (put_off.deadline, put_off.before) == (at(10), FIVE)
    assert state(put_off, at(4)) == "还有 5 天"


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term(), ""),
        (Term(at(8)), "已截止"),
        (Term(at(20), closed=at(8)), "已提前截止"),
        (Term(at(8), at(20), at(9)), "已提前截止"),
        (Term(closed=at(8)), "已截止"),
    ],
)
def test_how_it_ended_is_said(term: Term, said: str) -> None:
    assert state(term, at(9)) == said
