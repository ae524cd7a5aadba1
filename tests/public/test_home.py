"""The front page: five queries, the newest bulletin in full dress, notices by their end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.models import Column, Edition
from bulletins.models.home import DEFAULT, blocks, validate_home
from tests.office import BULLETIN, NOTICE, Office, People, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(office: Office, people: People, places: None) -> Iterator[None]:
    """A bulletin, then three notices, two of which ask for something; the later one ends first."""
    released(start_article(BULLETIN, column=office.news, by=people.lin), people)
    now = timezone.now()
    for title, days in (("长", 9), ("短", 3), ("无", 0)):
        ends = now + timedelta(days=days) if days else None
        notice = replace(NOTICE, title=title, closes_at=ends)
        released(start_article(notice, column=office.notices, by=people.lin), people)
    with time_machine.travel(timezone.now() + timedelta(seconds=1)):  # the same day, still
        yield


def shown(client: Client) -> dict[str, Any]:
    return {block.name: what for block, what in client.get("/").context["blocks"]}


def test_the_newest_bulletin_is_in_full_dress(client: Client, site: None) -> None:
    newest = shown(client)["newest"]
    assert (newest.entry.title, newest.column, newest.source) == (
        *("多地推进网络工作", "网上传播"),
        "海河发布",
    )
    assert [(one.name, one.address) for one in newest.regions] == [
        ("天津", "/articles/1/regions/120000/"),
        ("贵州", "/articles/1/regions/520000/"),
    ]
    assert [(one.of, one.name) for one in newest.headings] == [
        *(("天津", "加强宣传"), ("天津", "加强管理")),
        ("贵州", "提升能力"),
    ]
    for one in (*newest.regions, *newest.headings):
        page = client.get(one.address)
        assert page.status_code == 200
        key = one.address.partition("#")[2]
        assert not key or f'id="{key}"' in page.content.decode()


def test_open_notices_stand_by_their_end_with_what_is_left(client: Client, site: None) -> None:
    notices = shown(client)["notices"]
    assert [(one.title, one.term) for one in notices] == [
        ("短", "3 天后截止"),
        ("长", "9 天后截止"),
    ]
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert [one.title for one in shown(client)["notices"]] == ["长"]


def test_what_is_on_top_stands_before_the_others_once(
    client: Client, site: None, office: Office, people: People
) -> None:
    edition = Edition.objects.get(title="长")
    until = timezone.now() + timedelta(days=1)
    workflow.place(edition, {office.notices.pk: until}, by=people.zhi)
    found = shown(client)
    assert [one.title for one in found["pinned"]] == ["长"]
    assert [one.title for one in dict(found["columns"])[office.notices]] == ["长", "无", "短"]


def test_what_is_on_top_of_a_column_below_comes_to_its_end_here_too(
    client: Client, site: None, office: Office, people: People
) -> None:
    below = Column.objects.create(
        slug="below", name="下级", kind="notice", parent=office.notices, position=1
    )
    notice = replace(NOTICE, title="在下级置顶")
    edition = released(start_article(notice, column=below, by=people.lin), people)
    until = timezone.now() + timedelta(minutes=2)
    workflow.place(edition, {below.pk: until}, by=people.zhi)
    assert "在下级置顶" in [one.title for one in shown(client)["pinned"]]
    with time_machine.travel(until + timedelta(minutes=1)):
        assert "pinned" not in shown(client)


def test_the_number_of_queries_does_not_grow_with_the_columns(
    client: Client, site: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (5, 2):
        with django_assert_num_queries(number):
            client.get("/")
    Column.objects.bulk_create(
        Column(slug=f"more-{n}", name=f"栏目{n}", kind="notice") for n in range(5)
    )
    with django_assert_num_queries(4):  # the newest is dressed already
        client.get("/")


def test_an_empty_site_says_so(client: Client, office: Office) -> None:
    html = client.get("/").content.decode()
    assert "还没有公开的信息。" in html
    assert "home-block" not in html


@pytest.mark.parametrize(
    "said",
    ["newest:3", "columns", "columns:13", "columns:06", "newest newest", "nix", "newest  regions"],
)
def test_a_layout_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(ValidationError, match="首页布局写成"):
        validate_home(said)


def test_a_site_without_a_layout_has_the_usual_one() -> None:
    validate_home("")
    validate_home(DEFAULT)
    assert blocks("") == blocks(DEFAULT)
    assert [one.label for one in blocks("regions columns:3")] == ["地区", "各栏目的新信息"]
