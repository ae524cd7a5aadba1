"""截止, 延期: a notice ends at its time, earlier or later as the desk decides."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from accounts.models import AuditEntry, Remark
from bulletins import workflow
from bulletins.document.terms import in_full
from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.listing import CLOSED, OPEN, counts, facet_list
from bulletins.models import Article, Edition, Listing
from bulletins.permissions import Refused
from tests.office import NOTICE, Office, People, again, approved, released

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


def test_what_was_said_of_an_end_goes_with_it(
    notice: Edition, people: People, client: Client
) -> None:
    later = timezone.now() + 20 * DAY
    workflow.close(notice.article, by=people.zhi, note="名额已满", outcome="/articles/9/")
    workflow.extend(notice.article, by=people.zhi, at=later)
    with time_machine.travel(later + DAY, tick=False):
        html = client.get("/articles/1/").content.decode()
    assert ["已截止" in html, "名额已满" in html, "/articles/9/" in html] == [True, False, False]
    kept = Remark.objects.get(pk=AuditEntry.objects.get(action="extend").remark_id or 0)
    assert kept.text == "原来的截止说明：名额已满　/articles/9/"


def test_an_early_end_of_what_was_put_off_names_the_day_it_came_before(
    notice: Edition, people: People, client: Client
) -> None:
    workflow.extend(notice.article, by=people.zhi, at=timezone.now() + 20 * DAY)
    workflow.close(notice.article, by=people.zhi)
    html = client.get("/articles/1/").content.decode()
    assert ["已提前截止" in html, "已延期" in html] == [True, False]
    assert in_full(fresh(notice).extended_to or timezone.now()) in html


def amended_to(notice: Edition, people: People, days: int) -> Edition:
    """A next edition that closes in so many days, ready to be released."""
    edition = start_edition(notice.article, by=people.lin, kind="major", note="改截止时间")
    head = head_of(edition)
    said = replace(head.document, closes_at=timezone.now() + days * DAY)
    save_head(edition, replace(head, document=said), seen=edition.revision, by=people.lin)
    return approved(again(edition), people)


def test_a_new_edition_with_another_deadline_is_the_last_word(
    notice: Edition, people: People
) -> None:
    workflow.extend(notice.article, by=people.zhi, at=timezone.now() + 12 * DAY)
    edition = amended_to(notice, people, 15)
    with pytest.raises(Refused, match="以哪个为准"):
        workflow.release(edition, by=people.zhong, at=timezone.now() + DAY)
    workflow.release(edition, by=people.zhong)
    assert fresh(notice).extended_to is None
    assert (holds(OPEN, 14), holds(CLOSED, 16)) == (True, True)
    entry = AuditEntry.objects.filter(action="extend").order_by("seq").last()
    assert entry is not None
    assert (entry.detail["to"], entry.detail["release"]) == ("", True)


def test_a_calendar_hears_of_another_deadline_whatever_it_last_had(
    notice: Edition, people: People, client: Client
) -> None:
    first = client.get("/articles/1/deadline.ics")
    assert "Last-Modified" not in first
    workflow.extend(notice.article, by=people.zhi, at=timezone.now() + 20 * DAY)
    asked = {
        "If-None-Match": first["ETag"],
        "If-Modified-Since": http_date(timezone.now().timestamp()),
    }
    assert client.get("/articles/1/deadline.ics", headers=asked).status_code == 200
