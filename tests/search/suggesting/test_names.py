"""While one types: regions, columns and tags that hold something public, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.search.suggesting import Suggestion, suggest
from regions.models import Region
from tests.office import BULLETIN, Office, People, released, scheduled
from tests.search.questions import questions

pytestmark = pytest.mark.django_db

GUIZHOU = Suggestion("贵州", "region", "/regions/520000/")


def offered(typed: str) -> list[Suggestion]:
    return [one for one in suggest(typed, timezone.now()) if one.kind != "title"]


@pytest.fixture
def public(draft: Edition, people: People) -> Edition:
    return released(draft, people)


@pytest.mark.parametrize(
    "typed", ["贵", "贵州", "贵 州", "貴州省", "州", "g", "gz", "guiz", "guizhou", "Gui'zhou"]
)
def test_a_region_is_offered_by_each_of_its_names(public: Edition, typed: str) -> None:
    assert offered(typed) == [GUIZHOU]


def test_columns_and_tags_are_offered(public: Edition) -> None:
    slug = public.tags.get().slug
    tag = Suggestion("网络", "tag", f"/tags/{quote(slug)}/")
    column = Suggestion("网上传播", "column", "/columns/news/")
    assert offered("网") == [column, tag]
    assert offered("wl") == offered("络") == [tag]
    assert offered("chuanbo") == [column]


@pytest.mark.parametrize(
    "typed", ["", " ", "，", "火星", "%", "_", "\x00", "x" * 20_000, "\ud800", "'--"]
)
def test_nothing_is_offered_for_what_fits_nothing(public: Edition, typed: str) -> None:
    assert suggest(typed, timezone.now()) == ()


def test_two_regions_of_one_name_are_told_apart(public: Edition) -> None:
    Region.objects.filter(pk="120000").update(short_name="贵州")
    assert {one.text for one in offered("贵州")} == {"贵州省", "天津市"}


def test_whatever_is_not_public_changes_nothing(
    public: Edition, office: Office, people: People
) -> None:
    typed = ("密", "密语", "my", "湖", "hunan", "网", "地方", "通知")
    before = [suggest(one, timezone.now()) for one in typed]
    for n in range(5):
        _hide(office, people, n)
    assert [suggest(one, timezone.now()) for one in typed] == before
    later = timezone.now() + timedelta(days=2)
    assert [one.text for one in suggest("密语", later) if one.kind == "tag"] == ["密语2"]
    workflow.withdraw(public.article, "wrong", by=people.zhi, reason="有误")
    assert [suggest(one, timezone.now()) for one in typed] == [()] * len(typed)


def _hide(office: Office, people: People, n: int) -> None:
    """A draft, one in review, one for tomorrow, one withdrawn; each with a tag and region of its own."""
    part = replace(BULLETIN.parts[0], region="430000")
    said = replace(BULLETIN, title=f"密语{n}", tags=(f"密语{n}", "网格"), parts=(part,))
    edition = start_article(said, column=office.local, by=people.lin)
    if n == 1:
        workflow.submit(edition, by=people.lin)
    if n == 2:
        scheduled(edition, people, timezone.now() + timedelta(days=1))
    if n == 3:
        gone = released(edition, people)
        workflow.withdraw(gone.article, "wrong", by=people.zhi, reason="有误")


@pytest.mark.parametrize("typed", ["网", "gz", "x"])
def test_as_many_questions_whatever_there_is(public: Edition, typed: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        suggest(typed, timezone.now())
    assert questions(asked) <= 8
