"""截止, 延期: a notice ends at its time, earlier or later as the desk decides."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.listing import CLOSED, OPEN, counts, facet_list
from bulletins.models import Article, Edition, Listing
from bulletins.permissions import Refused
from tests.office import NOTICE, Office, People, released

DAY = timedelta(days=1)


@pytest.fixture
def notice(office: Office, people: People, places: None) -> Edition:
    """A public notice that closes in ten days."""
    document = replace(NOTICE, closes_at=timezone.now() + 10 * DAY)
    return released(start_article(document, column=office.notices, by=people.lin), people)


def fresh(edition: Edition) -> Article:
    return Article.objects.get(pk=edition.article_id)


def holds(facet: str, in_days: float = 0) -> bool:
    """Whether that share of 通知公告 holds the notice then; both ways of asking agree."""
    name, at = facet_list("notices", facet), timezone.now() + in_days * DAY
    found = Listing.objects.of(name, at).exists()
    assert counts([name], at)[name] == found
    return found


def test_a_notice_moves_from_the_open_to_the_closed_by_itself(notice: Edition) -> None:
    assert (holds(OPEN), holds(CLOSED)) == (True, False)
    assert (holds(OPEN, 11), holds(CLOSED, 11)) == (False, True)


def test_the_desk_ends_it_early_says_why_and_takes_it_back(notice: Edition, people: People) -> None:
    workflow.close(notice.article, by=people.zhi, note="名额已满", outcome="/articles/9/")
    ended = fresh(notice)
    assert (ended.closed_by, ended.closing_note, ended.outcome) == (
        people.zhi,
        "名额已满",
        "/articles/9/",
    )
    assert (holds(OPEN), holds(CLOSED)) == (False, True)
    workflow.reopen(notice.article, by=people.zhi)
    assert fresh(notice).deadline(notice.closes_at) == notice.closes_at
    assert (holds(OPEN), holds(CLOSED)) == (True, False)


def test_it_is_put_off_and_put_back(notice: Edition, people: People) -> None:
    later = timezone.now() + 20 * DAY
    workflow.close(notice.article, by=people.zhi)
    workflow.extend(notice.article, by=people.zhi, at=later)
    assert fresh(notice).deadline(notice.closes_at) == later
    assert (holds(OPEN, 15), holds(CLOSED, 15)) == (True, False)
    workflow.extend(notice.article, by=people.zhi)
    assert (holds(OPEN, 15), holds(CLOSED, 15)) == (False, True)


def test_it_is_put_off_only_to_a_later_day(notice: Edition, people: People) -> None:
    with pytest.raises(Refused, match="要提前，请用“截止”"):
        workflow.extend(notice.article, by=people.zhi, at=timezone.now() + 5 * DAY)
    with pytest.raises(Refused, match="已经过去"):
        workflow.extend(notice.article, by=people.zhi, at=timezone.now() - DAY)


def test_what_came_of_it_is_written_when_its_time_is_over(notice: Edition, people: People) -> None:
    """The time at which it ended stays what it was."""
    Article.objects.filter(pk=notice.article_id).update(extended_to=timezone.now() - DAY)
    workflow.close(notice.article, by=people.zhi, outcome="https://www.example.cn/result/")
    ended = fresh(notice)
    assert (ended.closed_at, ended.outcome) == (None, "https://www.example.cn/result/")


def test_a_bulletin_has_no_end(draft: Edition, people: People) -> None:
    live = released(draft, people)
    with pytest.raises(Refused, match="不是公告"):
        workflow.close(live.article, by=people.zhi)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "www", "mailto:a@b.c"]
)
def test_readers_are_led_only_to_pages(notice: Edition, people: People, address: str) -> None:
    with pytest.raises(Refused, match="不是可用的网址"):
        workflow.close(notice.article, by=people.zhi, outcome=address)
    assert fresh(notice).closed_at is None
