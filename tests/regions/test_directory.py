"""The divisions in the database: the tree, the ranges, and the names an office adds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.codes import span
from regions.directory import gazetteer
from regions.models import Region
from regions.names import Gazetteer
from regions.official import OfficialRow, official_rows
from regions.querysets import RegionQuerySet

Rows = tuple[OfficialRow, ...]
CODES = [row.code for row in official_rows()]
PARENTS = {row.code: row.parent for row in official_rows()}


def codes(regions: RegionQuerySet) -> list[str]:
    return list(regions.values_list("code", flat=True))


def custom(code: str, name: str, parent: str, **facts: object) -> Region:
    """A division that the office adds itself."""
    return Region.objects.create(
        code=code, name=name, short_name=name, level="custom", parent_id=parent, **facts
    )


def test_langfang_is_not_all_of_its_province(few: Rows) -> None:
    """131000 ends in a zero that means something."""
    langfang = codes(Region.objects.within("131000"))
    assert langfang[0] == "131000"
    assert len(langfang) == 11
    assert all(code.startswith("1310") for code in langfang)
    assert len(codes(Region.objects.within("130000"))) == 1 + 11 + 167


def test_counties_directly_under_a_province_lie_within_it(few: Rows) -> None:
    assert {"469001", "469030"} <= set(codes(Region.objects.within("460000")))
    assert codes(Region.objects.within("469001")) == ["469001"]
    assert "469007" in codes(Region.objects.children_of("460000"))


def test_shihezi_lies_in_xinjiang_and_in_bingtuan(few: Rows) -> None:
    assert "659001" in codes(Region.objects.within("650000"))
    assert len(codes(Region.objects.within("660000"))) == 13
    assert codes(Region.objects.get(pk="659001").ancestors()) == ["650000", "660000"]
    assert "659001" in codes(Region.objects.children_of("660000"))
    assert "659001" in codes(Region.objects.children_of("650000"))


def test_ancestors_lead_up_to_the_province(few: Rows) -> None:
    assert codes(Region.objects.get(pk="510107").ancestors()) == ["510000", "510100"]
    assert codes(Region.objects.get(pk="510000").ancestors()) == []


def test_menus_end_with_taiwan_hong_kong_and_macao(few: Rows) -> None:
    provinces = codes(Region.objects.filter(level="province"))
    assert provinces[0] == "110000"
    assert provinces[-3:] == ["710000", "810000", "820000"]


@given(code=st.sampled_from(CODES), other=st.sampled_from(CODES))
def test_a_range_holds_exactly_what_lies_below(code: str, other: str) -> None:
    low, high = span(code)
    chain = {other, PARENTS[other], PARENTS.get(PARENTS[other], "")}
    assert (low <= other <= high) == (code in chain)


def test_a_custom_division_lies_within_all_above_it(few: Rows) -> None:
    custom("120116001", "中新生态城", "120116")
    custom("120116001002", "生态城东片", "120116001")
    custom("66000001", "第一师", "660000")
    custom("659001001", "石河子开发片", "659001")
    for above in ("120000", "120116", "120116001"):
        assert "120116001002" in codes(Region.objects.within(above))
    assert "120116001" not in codes(Region.objects.within("120115"))
    assert "120116001" not in codes(Region.objects.within("120116001002"))
    assert {"66000001", "659001001"} <= set(codes(Region.objects.within("660000")))
    ancestors = Region.objects.get(pk="120116001002").ancestors()
    assert codes(ancestors) == ["120000", "120116", "120116001"]
    assert Region.objects.official().count() == len(few)


def test_only_what_exists_on_a_day_is_current(few: Rows) -> None:
    custom("12011601", "旧片区", "120116", valid_from=date(2010, 1, 1), valid_to=date(2020, 1, 1))
    assert Region.objects.current(date(2019, 12, 31)).filter(pk="12011601").exists()
    assert not Region.objects.current(date(2020, 1, 1)).filter(pk="12011601").exists()
    assert not Region.objects.current(date(2009, 12, 31)).filter(pk="12011601").exists()
    assert Region.objects.current().count() == len(few)


def test_a_custom_name_is_read_by_its_name_and_aliases(few: Rows) -> None:
    custom("120116001", "中新生态城", "120116", aliases="生态城、天津生态城")
    names = gazetteer()
    assert names.resolve("中新生态城").code == "120116001"
    assert names.resolve("中新生态城").how == "custom"
    assert names.resolve("天津生态城").code == "120116001"
    assert names.resolve("天津中新生态城").how == "compound"
    assert Gazetteer.packaged().resolve("中新生态城").how == "unknown"


def test_an_alias_a_person_gave_is_read(few: Rows) -> None:
    Region.objects.filter(pk="120000").update(aliases="津门，津沽")
    assert gazetteer().resolve("津沽").code == "120000"


def test_an_ended_division_leads_to_its_last_successor(few: Rows) -> None:
    ended = date(2020, 1, 1)
    custom("12011603", "现片区", "120116")
    custom("12011602", "中片区", "120116", valid_to=ended, successor_id="12011603")
    custom("12011601", "旧片区", "120116", valid_to=ended, successor_id="12011602")
    found = gazetteer().resolve("旧片区")
    assert (found.code, found.how) == ("12011603", "former")
    assert "现片区" in found.note


def test_successors_in_a_circle_end_the_search(few: Rows) -> None:
    ended = date(2020, 1, 1)
    custom("12011601", "甲片区", "120116", valid_to=ended)
    custom("12011602", "乙片区", "120116", valid_to=ended, successor_id="12011601")
    Region.objects.filter(pk="12011601").update(successor_id="12011602")
    assert gazetteer().resolve("甲片区").code == "12011602"


@pytest.mark.django_db
def test_before_the_first_load_the_packaged_names_serve() -> None:
    assert gazetteer().resolve("天津").code == "120000"


def test_the_loaded_names_are_the_packaged_ones(loaded: None) -> None:
    names = gazetteer()
    for row in official_rows():
        for name in (row.name, row.short_name):
            assert names.resolve(name) == Gazetteer.packaged().resolve(name)
