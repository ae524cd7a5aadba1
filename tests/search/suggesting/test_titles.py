"""While one types: titles of what is public."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.models import Edition
from bulletins.search.suggesting import suggest
from tests.office import NOTICE, Office, People, again, released, scheduled

pytestmark = pytest.mark.django_db


def titles(typed: str, days: int = 0) -> list[str]:
    now = timezone.now() + timedelta(days=days)
    return [one.text for one in suggest(typed, now) if one.kind == "title"]


def notice(title: str, office: Office, people: People) -> Edition:
    said = replace(NOTICE, title=title)
    return start_article(said, column=office.notices, by=people.lin)


@pytest.fixture
def public(office: Office, people: People) -> list[Edition]:
    found = [
        notice(one, office, people) for one in ("关于网络安全培训的通知", "网络安全周活动", "停电")
    ]
    return [released(one, people) for one in found]


@pytest.mark.parametrize(
    "typed", ["网络安全", "網络 安全", "wangluoanquan", "wlaq", "wangluoanq", "安全"]
)
def test_titles_that_begin_with_it_come_first(public: list[Edition], typed: str) -> None:
    begins = ["网络安全周活动", "关于网络安全培训的通知"]
    assert titles(typed) == (begins if typed != "安全" else sorted(begins, key=begins.index))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("网络 培训", ["关于网络安全培训的通知"]),
        ("电", ["停电"]),
        ("td", ["停电"]),
        ("网络 停电", []),
        ("络培", []),
        ("培训安全", []),
        ("-停电", []),
        ("t", []),
    ],
)
def test_a_title_has_every_word(public: list[Edition], typed: str, found: list[str]) -> None:
    assert titles(typed) == found


def test_each_title_is_offered_once(office: Office, people: People) -> None:
    for _ in range(2):
        released(notice("停电通知", office, people), people)
    assert titles("停电") == ["停电通知"]


def test_nothing_of_what_is_not_public(
    public: list[Edition], office: Office, people: People
) -> None:
    notice("停电的草稿", office, people)
    scheduled(notice("停电到明天", office, people), people, timezone.now() + timedelta(days=1))
    other = start_edition(public[2].article, by=people.lin, kind="correction", note="改动")
    before = head_of(other)
    head = replace(before, document=replace(before.document, title="停电改期"))
    save_head(other, head, seen=other.revision, by=people.lin)
    scheduled(again(other), people, timezone.now() + timedelta(days=3))
    assert titles("停电") == titles("tingdian") == ["停电"]
    assert titles("停电", days=2) == ["停电到明天", "停电"]
    assert titles("停电", days=4) == ["停电到明天", "停电改期"]
