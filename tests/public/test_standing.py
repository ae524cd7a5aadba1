"""What a page says beside its text: deadline, public notice period, archive, force."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.workflow.articles.validity import Force
from tests.office import NOTICE, Office, People, released
from tests.public.test_articles import page, words

pytestmark = pytest.mark.django_db

DEADLINE = datetime(2026, 12, 4, tzinfo=BEIJING)
MONDAY = datetime(2026, 11, 30, 9, tzinfo=BEIJING)
LATER = datetime(2026, 12, 11, tzinfo=BEIJING)


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    """Released on Monday, it closes at the end of Thursday."""
    with time_machine.travel(MONDAY, tick=False):
        document = replace(NOTICE, closes_at=DEADLINE)
        return released(start_article(document, column=office.notices, by=people.lin), people)


def read(client: Client, at: datetime, address: str = "/articles/1/") -> str:
    with time_machine.travel(at, tick=False):
        return words(page(client, address))


def test_a_notice_says_until_when_and_how_long_that_is(client: Client, notice: Edition) -> None:
    said = read(client, MONDAY)
    assert "截止时间：2026年12月3日（星期四）24:00（北京时间），还有3天" in said


def test_it_closes_by_itself_to_the_second(client: Client, notice: Edition) -> None:
    before, after = read(client, DEADLINE - timedelta(microseconds=1000)), read(client, DEADLINE)
    assert ("今天截止" in before, "已截止" in before) == (True, False)
    assert ("今天截止" in after, "已截止" in after) == (False, True)


def test_an_early_end_has_its_note_and_leads_to_the_outcome(
    client: Client, notice: Edition, people: People
) -> None:
    wednesday = MONDAY + timedelta(days=2)
    with time_machine.travel(wednesday, tick=False):
        workflow.close(
            notice.article, by=people.zhi, note="<b>名额</b>已满", outcome="/articles/9/"
        )
        html = page(client, "/articles/1/")
    said = words(html)
    assert "截止时间：2026年12月2日（星期三）09:00（北京时间），已提前截止" in said
    assert "原定2026年12月3日（星期四）24:00" in said
    assert "&lt;b&gt;名额&lt;/b&gt;已满" in html
    assert '<a href="/articles/9/">结果公告</a>' in html
    with time_machine.travel(wednesday, tick=False):
        workflow.reopen(notice.article, by=people.zhi)
    said = read(client, wednesday)
    assert "明天截止" in said
    assert "已满" not in said
    assert "结果公告" not in said


def test_what_was_put_off_shows_both_days(client: Client, notice: Edition, people: People) -> None:
    with time_machine.travel(MONDAY, tick=False):
        workflow.extend(notice.article, by=people.zhi, at=LATER)
    said = read(client, MONDAY)
    assert "截止时间：2026年12月10日（星期四）24:00（北京时间），还有10天" in said
    assert "已延期，原定2026年12月3日（星期四）24:00" in said


def test_a_public_notice_period_is_announced(
    client: Client, notice: Edition, people: People
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        workflow.set_end(notice.article, by=people.zhi, at=LATER)
    assert "公示至：2026年12月10日（星期四）24:00（北京时间），还有10天" in read(client, MONDAY)


def test_what_is_archived_says_so_from_that_moment(
    client: Client, notice: Edition, people: People
) -> None:
    assert "归档" not in read(client, MONDAY)
    with time_machine.travel(MONDAY, tick=False):
        workflow.archive(notice.article, by=people.zhi)
    assert "本文已于2026年11月30日归档，内容可能不再适用" in read(client, MONDAY)


@pytest.mark.parametrize(
    ("force", "said"),
    [
        (Force("valid"), "有效性：有效"),
        (Force("valid", date(2026, 1, 1), "复查"), "有效性：有效（自2026年1月1日起），依据：复查"),
        (Force("lapsed", date(2026, 1, 1)), "本文件自2026年1月1日起失效。"),
        (
            Force("partly", date(2026, 1, 1), "<i>"),
            "本文件自2026年1月1日起部分失效。依据：&lt;i&gt;",
        ),
        (Force("repealed", date(2026, 12, 1)), "本文件将自2026年12月1日起废止。"),
    ],
)
def test_a_paper_says_whether_it_is_in_force(
    client: Client, draft: Edition, people: People, force: Force, said: str
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        released(draft, people)
        workflow.set_validity(draft.article, force, by=people.zhi)
        html = page(client, "/articles/1/")
    assert said in words(html)
    assert ('class="banner force"' in html) == (force.kind != "valid")
    assert said in read(client, MONDAY, "/articles/1/regions/120000/")


def test_none_of_it_costs_a_query(
    client: Client,
    notice: Edition,
    people: People,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        workflow.close(notice.article, by=people.zhi, note="满", outcome="/articles/9/")
        workflow.archive(notice.article, by=people.zhi)
        with django_assert_num_queries(2):
            client.get("/articles/1/")
