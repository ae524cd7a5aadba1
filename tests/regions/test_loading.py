"""Loading the official list, again and again, without undoing what a person did."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from regions.loading import load
from regions.models import Region
from regions.official import official_rows


@pytest.mark.django_db
def test_the_command_reports_what_it_did() -> None:
    assert _said() == "地区：新增 3217，更新 0，不变 0"
    assert _said() == "地区：新增 0，更新 0，不变 3217"
    assert Region.objects.count() == 3217


def test_a_new_list_changes_names_and_adds_divisions(loaded: None) -> None:
    rows = [
        row._replace(name="襄樊市", short_name="襄樊") if row.code == "420600" else row
        for row in official_rows()
    ]
    rows.append(rows[-1]._replace(code="820100", level="prefecture", parent="820000", name="新市"))
    report = load(rows)
    assert (report.added, report.updated, report.unchanged) == (1, 1, 3216)
    assert Region.objects.get(pk="420600").name == "襄樊市"


def test_what_a_person_corrected_stays(loaded: None) -> None:
    Region.objects.filter(pk="140109").update(short_name="万柏林", aliases="万柏林片")
    report = load()
    assert report.unchanged == 3217
    assert str(report).endswith("；保留人工修改 1 项")
    region = Region.objects.get(pk="140109")
    assert (region.short_name, region.aliases) == ("万柏林", "万柏林片")


def test_a_person_and_the_list_change_different_fields_of_one_division(loaded: None) -> None:
    Region.objects.filter(pk="140109").update(short_name="万柏林")
    load(r._replace(pinyin="wanbailin") if r.code == "140109" else r for r in official_rows())
    load(r._replace(pinyin="wanbailin") if r.code == "140109" else r for r in official_rows())
    region = Region.objects.get(pk="140109")
    assert (region.short_name, region.pinyin) == ("万柏林", "wanbailin")


def test_custom_divisions_and_successors_survive(loaded: None) -> None:
    facts = {"level": "custom", "parent_id": "120116"}
    new = Region.objects.create(code="12011602", name="新片", short_name="新片", **facts)
    Region.objects.filter(pk="120119").update(valid_to="2024-01-01", successor=new)
    before = list(Region.objects.values())
    assert load().updated == 0
    assert list(Region.objects.values()) == before


def test_what_the_list_no_longer_names_is_reported_and_kept(loaded: None) -> None:
    report = load(row for row in official_rows() if row.code != "120119")
    assert report.missing == ("蓟州区",)
    assert "请核对后停用：蓟州区" in str(report)
    assert Region.objects.filter(pk="120119").exists()


@pytest.mark.django_db(transaction=True)
def test_a_list_with_a_fault_changes_nothing() -> None:
    good = official_rows()[:3]
    with pytest.raises(IntegrityError):
        load([*good, good[0]._replace(code="11ABCD", level="county", parent="110000")])
    assert not Region.objects.exists()


def test_a_second_load_asks_the_database_once(
    loaded: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):  # a savepoint around one query
        load()


def _said() -> str:
    out = StringIO()
    call_command("load_regions", stdout=out)
    return out.getvalue().strip()
