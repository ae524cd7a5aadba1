"""The official list is whole, and agrees with itself."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import regions
from regions.codes import level_of
from regions.official import former_names, official_rows, usual_aliases

ROWS = {row.code: row for row in official_rows()}


def test_the_list_has_3217_divisions() -> None:
    assert len(official_rows()) == len(ROWS) == 3217
    levels = Counter(row.level for row in official_rows())
    assert levels == {"province": 35, "prefecture": 333, "county": 2849}


def test_every_level_is_the_one_its_code_says() -> None:
    assert [row for row in official_rows() if level_of(row.code) != row.level] == []


def test_every_parent_is_in_the_list_and_one_level_or_two_higher() -> None:
    for row in official_rows():
        if row.level == "province":
            assert row.parent == ""
        else:
            parent = ROWS[row.parent]
            assert parent.code[:2] == row.code[:2]
            assert parent.level == "province" or row.level == "county"


def test_parents_come_before_their_children() -> None:
    assert list(ROWS) == sorted(ROWS)


def test_the_last_provinces_of_a_menu_are_taiwan_hong_kong_and_macao() -> None:
    provinces = [row.short_name for row in official_rows() if row.level == "province"]
    assert provinces[0] == "北京"
    assert provinces[-4:] == ["兵团", "台湾", "香港", "澳门"]


def test_only_the_twelve_cities_of_bingtuan_are_also_under_it() -> None:
    cities = [row for row in official_rows() if row.also_under]
    assert len(cities) == 12
    assert {(row.parent, row.also_under) for row in cities} == {("650000", "660000")}


def test_twenty_nine_county_names_repeat() -> None:
    counties = Counter(row.name for row in official_rows() if row.level == "county")
    assert sum(times > 1 for times in counties.values()) == 29


def test_a_former_name_is_nobodys_name_now_and_its_successor_is_the_one_meant() -> None:
    names = {row.name for row in official_rows()}
    for old in former_names():
        assert old.name not in names
        assert ROWS[old.successor].name == old.successor_name


def test_an_alias_belongs_to_a_division_and_is_no_other_ones_name() -> None:
    names = {name for row in official_rows() for name in (row.name, row.short_name)}
    for code, aliases in usual_aliases().items():
        assert code in ROWS
        assert names.isdisjoint(aliases)


def test_reading_names_needs_no_django() -> None:
    program = "import sys; from regions.names import Gazetteer; Gazetteer.packaged(); "
    program += "print(Gazetteer.packaged().resolve('天津').code, 'django' in sys.modules)"
    root = Path(regions.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True)
    assert done.stdout.split() == ["120000", "False"]
