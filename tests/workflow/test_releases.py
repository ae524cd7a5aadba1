"""Being public is an interval of time: at once, later, instead of another edition."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from bulletins.drafting import start_article
from bulletins.models import FOREVER, Article, Column, Edition, State
from bulletins.permissions import Refused
from bulletins.workflow import cancel_release, recall, release, reschedule, submit
from tests.office import (
    NOTICE,
    Office,
    People,
    again,
    amended,
    approved,
    released,
    scheduled,
    submitted,
)

DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


@pytest.fixture
def soon() -> datetime:
    """The day after tomorrow."""
    return timezone.now() + 2 * DAY


def live(at: datetime | None = None) -> list[Edition]:
    return list(Edition.objects.live(at))


def article(edition: Edition) -> Article:
    return Article.objects.get(pk=edition.article_id)


def test_what_all_agreed_to_is_public_at_once(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    assert live() == []
    release(edition, by=people.zhong, digest=edition.digest)
    edition = again(edition)
    assert live() == [edition]
    assert edition.is_live()
    assert (edition.state, edition.live_until) == (State.RELEASED, FOREVER)
    assert (edition.released_by, edition.released_as) == (people.zhong, "")
    assert article(edition).first_published_at == edition.live_from


def test_before_all_have_agreed_nothing_is_released(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    with pytest.raises(Refused, match="审核还没有完成（0/3）"):
        release(edition, by=people.zhong)
    assert live() == []


def test_a_page_that_is_behind_releases_nothing(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    with pytest.raises(Refused, match="请重新打开"):
        release(edition, by=people.zhong, digest="1:another")
    assert live() == []


def test_a_scheduled_release_begins_to_the_microsecond(
    draft: Edition, people: People, soon: datetime
) -> None:
    edition = scheduled(draft, people, soon)
    assert edition.is_scheduled()
    assert live() == live(soon - TICK) == []
    assert live(soon) == [edition]
    assert (edition.is_live(soon - TICK), edition.is_live(soon)) == (False, True)
    assert article(edition).first_published_at == soon


@pytest.mark.parametrize("late", [timedelta(0), timedelta(minutes=4)])
def test_a_clock_that_is_a_little_behind_releases_now(
    draft: Edition, people: People, late: timedelta
) -> None:
    before = timezone.now()
    edition = scheduled(draft, people, before - late)
    assert edition.live_from
    assert edition.live_from >= before


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (datetime(2020, 1, 1, tzinfo=UTC), "2020年1月1日.*已经过去"),
        (FOREVER, "太远"),
        (datetime.max.replace(tzinfo=UTC), "太远"),
    ],
)
def test_a_release_is_neither_backdated_nor_put_off_for_ever(
    draft: Edition, people: People, at: datetime, why: str
) -> None:
    edition = approved(draft, people)
    with pytest.raises(Refused, match=why):
        release(edition, by=people.zhong, at=at)
    assert again(edition).state == State.IN_REVIEW


def test_the_edition_before_stays_until_the_next_begins(
    draft: Edition, people: People, soon: datetime
) -> None:
    first = released(draft, people)
    second = scheduled(amended(first, people), people, soon)
    assert live() == live(soon - TICK) == [first]
    assert live(soon) == [second]
    assert again(first).live_until == soon
    assert article(first).first_published_at == first.live_from


def test_released_at_once_the_next_takes_the_place_of_the_one_before(
    draft: Edition, people: People
) -> None:
    first = released(draft, people)
    second = released(amended(first, people), people)
    assert live() == [second]
    assert again(first).live_until == second.live_from
    assert live(first.live_from) == [first]
    assert article(second).first_published_at == first.live_from


def test_a_cancelled_release_reopens_the_edition_before(
    draft: Edition, people: People, soon: datetime
) -> None:
    first = released(draft, people)
    second = scheduled(amended(first, people), people, soon)
    cancel_release(second, by=people.zhi, reason="再等等")
    assert again(first).live_until == FOREVER
    assert live(soon) == [first]
    second = again(second)
    assert second.is_ready
    assert (second.live_from, second.released_by, second.released_as) == (None, None, "")
    release(second, by=people.zhong)
    assert live() == [again(second)]


def test_a_first_release_that_was_cancelled_was_never_published(
    draft: Edition, people: People, soon: datetime
) -> None:
    edition = scheduled(draft, people, soon)
    number = article(edition).number
    cancel_release(edition, by=people.zhong)
    assert (article(edition).first_published_at, article(edition).number) == (None, number)
    release(again(edition), by=people.zhong)
    assert article(edition).number == number
    assert article(edition).first_published_at == again(edition).live_from


@pytest.mark.parametrize("by", [-DAY, DAY])
def test_a_release_can_be_put_earlier_and_later(
    draft: Edition, people: People, soon: datetime, by: timedelta
) -> None:
    first = released(draft, people)
    second = scheduled(amended(first, people), people, soon)
    reschedule(second, by=people.zhi, at=soon + by)
    assert again(second).live_from == again(first).live_until == soon + by
    assert (live(soon + by - TICK), live(soon + by)) == ([first], [second])


def test_a_first_release_can_be_put_off(draft: Edition, people: People, soon: datetime) -> None:
    edition = scheduled(draft, people, soon)
    reschedule(edition, by=people.zhong, at=soon + DAY)
    assert article(edition).first_published_at == again(edition).live_from == soon + DAY
    with pytest.raises(Refused, match="已经过去"):
        reschedule(edition, by=people.zhong, at=soon - 30 * DAY)


def test_what_has_begun_is_neither_cancelled_nor_put_off(draft: Edition, people: People) -> None:
    edition = released(draft, people)
    with pytest.raises(Refused, match="已经公开，不能取消或改期"):
        cancel_release(edition, by=people.zhong)
    with pytest.raises(Refused, match="已经公开，不能取消或改期"):
        reschedule(edition, by=people.zhong, at=timezone.now() + DAY)
    assert live() == [edition]


def test_while_one_edition_is_scheduled_no_other_is_released(
    draft: Edition, people: People, soon: datetime
) -> None:
    first = scheduled(draft, people, soon)
    second = approved(amended(first, people), people)
    for at in (None, soon - DAY, soon + DAY):
        with pytest.raises(Refused, match=r"第 1 版已定于.*请先取消它的发布"):
            release(second, by=people.zhong, at=at)
    assert live(soon) == [first]


def test_a_release_is_not_cancelled_into_the_place_of_an_open_edition(
    draft: Edition, people: People, soon: datetime
) -> None:
    first = scheduled(draft, people, soon)
    amended(first, people)
    with pytest.raises(Refused, match="第 2 版还是草稿：先让它结束"):
        cancel_release(first, by=people.zhong)
    assert live(soon) == [first]


def test_a_number_is_allotted_once_and_to_what_is_released_only(
    draft: Edition, office: Office, people: People
) -> None:
    other = start_article(NOTICE, column=office.notices, by=people.lin)
    assert article(draft).number is None
    first = released(other, people)
    second = released(draft, people)
    assert (article(first).number, article(second).number) == (1, 2)
    released(amended(first, people), people)
    assert article(first).number == 1


@pytest.mark.parametrize("change", [{"active": False}, {"frozen_at": timezone.now()}])
def test_a_stopped_or_frozen_column_releases_nothing(
    draft: Edition, people: People, office: Office, change: dict[str, object]
) -> None:
    edition = approved(draft, people)
    Column.objects.filter(pk=office.news.pk).update(**change)
    with pytest.raises(Refused, match="停用或冻结"):
        release(edition, by=people.zhong)
    recall(edition, by=people.lin)
    with pytest.raises(Refused, match="停用或冻结"):
        submit(edition, by=people.lin)
