"""Notices that are open and closed, papers by their force, and what is archived, in lists."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Edition, Listing
from bulletins.workflow.articles.validity import Force
from tests.office import NOTICE, Office, People, released
from tests.public.test_articles import page, words
from tests.public.test_lists import titles

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 30, 9, tzinfo=BEIJING)
DAY = timedelta(days=1)


def publish(office: Office, people: People, title: str, closes_at: datetime | None) -> Edition:
    document = replace(NOTICE, title=title, closes_at=closes_at)
    return released(start_article(document, column=office.notices, by=people.lin), people)


@pytest.fixture
def notices(office: Office, people: People) -> list[Edition]:
    """One of every hour up to Monday; notice n closes after n days, the last one never."""
    made = []
    for n in range(1, 24):
        with time_machine.travel(MONDAY + timedelta(hours=n - 23), tick=False):
            made.append(publish(office, people, f"第{n}项", MONDAY + n * DAY))
    with time_machine.travel(MONDAY, tick=False):
        return [*made, publish(office, people, "长期有效", None)]


def tabs(client: Client, address: str) -> dict[str, int]:
    """What stands above a column's list: name of a share → how many it says it holds."""
    nav = re.search(r'(?s)<nav class="shares".*?</nav>', page(client, address))
    found = re.findall(r'>(\S+) <span class="count">(\d+)', nav[0] if nav else "")
    return {name: int(held) for name, held in found}


def test_open_and_closed_are_listed_apart_and_counted(
    client: Client, notices: list[Edition]
) -> None:
    with time_machine.travel(MONDAY + 2 * DAY, tick=False):
        assert titles(client, "/columns/notices/closed/") == ["第2项", "第1项"]
        assert titles(client, "/columns/notices/open/")[0] == "第23项"
        assert "长期有效" in titles(client, "/columns/notices/")
        for share in ("", "open/", "closed/", "open/2026/11/"):
            said = tabs(client, f"/columns/notices/{share}")
            assert said == {"全部": 24, "正在进行": 21, "已截止": 2}


def test_a_notice_changes_sides_at_its_very_second(client: Client, notices: list[Edition]) -> None:
    with time_machine.travel(MONDAY + DAY - timedelta(milliseconds=1), tick=False):
        assert titles(client, "/columns/notices/closed/") == []
    with time_machine.travel(MONDAY + DAY, tick=False):
        assert titles(client, "/columns/notices/closed/") == ["第1项"]


def test_a_share_is_a_list_with_older_pages_and_months(
    client: Client, notices: list[Edition]
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        first = client.get("/columns/notices/open/").context["page"]
        assert f'href="/columns/notices/open/before/{first.before}/"' in page(
            client, "/columns/notices/open/"
        )
        older = titles(client, f"/columns/notices/open/before/{first.before}/")
        assert older == ["第3项", "第2项", "第1项"]
        assert len(titles(client, "/columns/notices/open/2026/11/")) == 23
        assert client.get("/columns/notices/closed/before/3/").status_code == 404


def test_an_entry_says_how_long_it_asks(client: Client, notices: list[Edition]) -> None:
    with time_machine.travel(MONDAY + 2 * DAY, tick=False):
        said = words(page(client, "/columns/notices/before/6/"))
        assert "第5项3天后截止" in said
        assert "第3项明天截止" in said
        assert "第1项已截止" in said
        assert "长期有效2026-11-30" in words(page(client, "/archive/"))
        assert "第23项21天后截止" in words(page(client, "/"))


def test_what_is_moved_on_by_the_desk_is_moved_in_lists(
    client: Client, notices: list[Edition], people: People
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        workflow.close(notices[4].article, by=people.zhi)
        workflow.extend(notices[0].article, by=people.zhi, at=MONDAY + 30 * DAY)
        assert titles(client, "/columns/notices/closed/") == ["第5项"]
        assert "第1项30天后截止" in words(page(client, "/columns/notices/open/before/4/"))


def test_papers_are_listed_by_their_force_where_a_column_has_any(
    client: Client, draft: Edition, people: People
) -> None:
    released(draft, people)
    assert tabs(client, "/columns/news/") == {}
    assert client.get("/columns/news/valid/").status_code == 404
    workflow.set_validity(draft.article, Force("lapsed", date(2026, 1, 1)), by=people.zhi)
    assert titles(client, "/columns/news/lapsed/") == ["多地推进网络工作"]
    shares = {"全部": 1, "有效": 0, "部分失效": 0, "失效": 1, "废止": 0}
    assert tabs(client, "/columns/news/repealed/") == shares
    assert "没有标明“废止”的文件。" in page(client, "/columns/news/repealed/")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/columns/notices/open/", 200),
        ("/columns/notices/closed/2026/11/", 200),
        ("/columns/notices/valid/", 404),
        ("/columns/notices/ended/", 404),
        ("/columns/notices/Open/", 404),
        ("/columns/news/open/", 404),
        ("/columns/nix/open/", 404),
        ("/columns/notices/open/before/1/", 404),
    ],
)
def test_an_empty_share_says_so_and_an_unknown_one_is_none(
    client: Client, office: Office, address: str, status: int
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        answer = client.get(address)
        assert answer.status_code == status
        if address.endswith("/open/") and status == 200:
            assert "没有正在进行的公告。" in answer.content.decode()


def test_what_is_archived_is_marked_in_the_list_of_all_and_is_not_the_newest(
    client: Client, notices: list[Edition], people: People
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        workflow.archive(notices[-1].article, by=people.zhi)
        workflow.archive(notices[-2].article, by=people.zhi)
        assert client.get("/").context["blocks"][0][1].entry.title == "第22项"
        assert "归档长期有效2026" in words(page(client, "/archive/"))
        assert "归档第23项2026" in words(page(client, "/archive/2026/11/"))
        assert "第23项" not in titles(client, "/columns/notices/open/")


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/columns/notices/open/", 1),
        ("/columns/notices/closed/", 1),
        ("/columns/notices/open/2026/11/", 2),
        ("/columns/notices/open/before/4/", 2),
    ],
)
def test_a_share_takes_a_fixed_number_of_queries(
    client: Client,
    notices: list[Edition],
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


def test_lists_made_anew_say_the_same(notices: list[Edition], people: People) -> None:
    with time_machine.travel(MONDAY, tick=False):
        workflow.extend(notices[0].article, by=people.zhi, at=MONDAY + 30 * DAY)
        columns = ("list", "number", "live_from", "live_until", "deadline", "archived_at")
        before = set(Listing.objects.values_list(*columns))
        call_command("rebuild_lists", verbosity=0)
        assert set(Listing.objects.values_list(*columns)) == before
        assert Listing.objects.get(list="all", number=1).deadline == MONDAY + 30 * DAY


def test_open_notices_are_found_however_many_have_closed(notices: list[Edition]) -> None:
    """By their end: read in its order, the list would be read past all that have left it."""
    rows = Listing.objects.still_in("column:notices:open", MONDAY + 20 * DAY)
    if connection.vendor == "sqlite":  # on so few rows PostgreSQL reads them all
        plan = rows[:21].explain()
        assert "bulletins_listing_ends" in plan
        assert "bulletins_listing_order" not in plan
    assert [row.number for row in rows] == [23, 22, 21]
