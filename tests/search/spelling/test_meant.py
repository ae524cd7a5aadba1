"""您是不是要找: what finds nothing, as public headings have it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.search.query import known_at, spell, understand
from bulletins.search.spelling import did_you_mean
from tests.office import BULLETIN, Office, People, released, scheduled
from tests.search.questions import questions

pytestmark = pytest.mark.django_db

TITLES = ("关于网络安全培训的通知", "网络安全宣传周", "网罗安全人才")


def meant(typed: str, days: int = 0) -> list[str]:
    now = timezone.now() + timedelta(days=days)
    return [spell(one) for one in did_you_mean(understand(typed, known_at(now)), now)]


def text(title: str, office: Office, people: People) -> Edition:
    part = DocumentPart(
        "520000", "贵 州", "", (DocumentSection(1, "组织竞赛", "<p>整治网络谣言。</p>"),)
    )
    said = replace(BULLETIN, title=title, tags=(), parts=(part,))
    return start_article(said, column=office.local, by=people.lin)


@pytest.fixture
def public(office: Office, people: People, places: None) -> list[Edition]:
    return [released(text(one, office, people), people) for one in TITLES]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("网洛安全", "网络安全"),
        ("網洛安全", "网络安全"),
        ("网终安全", "网络安全"),
        ("网安全", "网络安全"),
        ("网络安权全", "网络安全"),
        ("wangluoanquan", "网络安全"),
        ("wlaq", "网络安全"),
        ("组织竟赛", "组织竞赛"),
        ("贵洲", "贵州"),
        ("网络摇言", "网络谣言"),
        ('"网洛安全" -考试', '"网络安全" -考试'),
        ("培训 网终安全", "培训 网络安全"),
        ("贵州网终安全", "贵州网络安全"),
        ("组织竞赛网洛安全", "组织竞赛网络安全"),
        ("网终安全 地区:贵州", "网络安全 地区:贵州"),
    ],
)
def test_what_was_meant_comes_first(public: list[Edition], typed: str, first: str) -> None:
    found = meant(typed)
    assert found[0] == first
    assert len(found) <= 3


@pytest.mark.parametrize(
    "typed",
    [
        "网络安全",
        "火星",
        "",
        "😀",
        "比武",
        "网终安全 地区:天津",
        "竟赛 火星",
        "a" * 64,
        "字" * 64,
        "x -网络",
    ],
)
def test_nothing_is_meant_otherwise(public: list[Edition], typed: str) -> None:
    assert meant(typed) == []


def test_only_public_text_tells(office: Office, people: People, places: None) -> None:
    text("密语安全", office, people)
    scheduled(text("密语安全", office, people), people, timezone.now() + timedelta(days=1))
    assert meant("密语安泉") == meant("miyuanquan") == []
    assert meant("密语安泉", days=2) == meant("miyuanquan", days=2) == ["密语安全"]


def test_few_questions(public: list[Edition]) -> None:
    query = understand("网洛安全 培训 竞赛", known_at(timezone.now()))
    with CaptureQueriesContext(connection) as asked:
        did_you_mean(query._replace(words=query.words[:1]), timezone.now())
    assert questions(asked) == 4
    with CaptureQueriesContext(connection) as asked:
        did_you_mean(understand("火星语言 外星文字 月球", known_at(timezone.now())), timezone.now())
    assert questions(asked) <= 12
