"""Names are those of the site, and only those that readers may know."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.models import Column, Edition
from bulletins.search.query import Found, from_address, known_at, spell, understand
from regions.models import Region
from tests.office import Office, People, released, scheduled

pytestmark = pytest.mark.django_db


def region(said: str) -> Found | None:
    return known_at(timezone.now()).region(said)


@pytest.mark.parametrize(
    "said", ["贵州", "贵州省", "520000", "黔", "貴州", "贵 州", "５２００００"]
)
def test_a_region_is_known_by_each_of_its_names(places: None, said: str) -> None:
    Region.objects.filter(pk="520000").update(aliases="黔、贵")
    assert region(said) == Found("520000", "贵州")


def test_a_region_is_known_as_the_gazetteer_knows_it(places: None) -> None:
    assert region("贵州贵阳") == Found("520100", "贵阳")
    assert region("贵州省委网信办") is None


def test_of_several_the_highest_is_taken_and_it_is_said(places: None) -> None:
    Region.objects.create(
        code="120116001", name="贵阳区", short_name="贵阳", level="custom", parent_id="120116"
    )
    found = region("贵阳")
    assert found == Found(
        "520100",
        "贵阳",
        "“贵阳”有2个，已选贵州省贵阳市；要找另一个，请写全称，例如 地区:天津市滨海新区贵阳区。",
    )
    assert region("120116001") == Found("120116001", "贵阳区")
    assert spell(understand("地区:120116001", known_at(timezone.now()))) == "地区:贵阳区"


def test_a_column_is_known_while_it_is_in_use(office: Office) -> None:
    known = known_at(timezone.now())
    assert known.column("通知公告") == known.column("NOTICES") == Found("notices", "通知公告")
    Column.objects.filter(slug="local").update(active=False)
    assert known.column("地方动态") is known.column("local") is None
    Column.objects.filter(slug="local").update(merged_into=office.news)
    assert known.column("地方动态") == Found("news", "网上传播")


def test_a_column_out_of_use_is_known_for_what_is_listed_there(
    draft: Edition, people: People
) -> None:
    released(draft, people)
    Column.objects.filter(slug="news").update(active=False)
    assert known_at(timezone.now()).column("网上传播") == Found("news", "网上传播")


def test_columns_of_one_name_are_told_apart(office: Office) -> None:
    Column.objects.create(slug="other", name="通知公告", position=9)
    found = known_at(timezone.now()).column("通知公告")
    assert found
    assert (found.value, found.name) == ("notices", "通知公告")
    assert "栏目:other" in found.note
    assert known_at(timezone.now()).column("other") == Found("other", "other")


def test_a_tag_is_known_once_something_public_bears_it(draft: Edition, people: People) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    assert known_at(timezone.now()).tag("网络") is None
    scheduled(draft, people, tomorrow)
    assert known_at(timezone.now()).tag("网络") is None
    found = known_at(tomorrow).tag("网络")
    assert found
    assert found.name == "网络"
    for said in (found.value, "網絡", "网 络"):
        assert known_at(tomorrow).tag(said) == found


def test_as_many_questions_however_much_is_typed(draft: Edition, people: People) -> None:
    released(draft, people)
    typed = " ".join(f"地区:贵阳{n} 栏目:x{n} 标签:y{n} 年:{n}" for n in range(50))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        from_address({"q": typed, "region": "520000", "column": "x"}, known_at(timezone.now()))
    assert len(asked) <= 5


@pytest.mark.parametrize("said", ["%", "_", "' OR 1=1 --", "x" * 100, "\\", "😀", "“"])
def test_no_name_is_taken_for_a_pattern(draft: Edition, people: People, said: str) -> None:
    released(draft, people)
    known = known_at(timezone.now())
    assert known.region(said) is known.column(said) is known.tag(said) is None
