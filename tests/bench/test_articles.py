"""The articles of a bench: the same every time, and fit to be moved in."""

import json
from collections import Counter
from datetime import timedelta
from itertools import pairwise

from bench.articles import COLUMNS, DAYS, FIRST, article, lines
from bulletins.moving.lines import read_line
from regions.official import official_rows


def test_they_are_the_same_every_time() -> None:
    assert list(lines(30)) == list(lines(30))


def test_no_two_are_alike() -> None:
    said = [json.loads(line) for line in lines(200)]
    assert len({one["id"] for one in said}) == 200
    assert len({json.dumps(one["regions"]) for one in said}) == 200


def test_each_has_four_regions_of_six_sections() -> None:
    parts = article(7, 100)["regions"]
    assert [len(part["sections"]) for part in parts] == [6, 6, 6, 6]
    codes = {row.code for row in official_rows()}
    assert {part["code"] for part in parts} <= codes


def test_they_are_as_long_as_bulletins_are() -> None:
    length = sum(len(line) for line in lines(200)) / 200
    assert 3_500 < length < 7_000


def test_they_lie_in_three_years_oldest_first() -> None:
    moments = [read_line(line).published for line in lines(100)]
    assert moments[0] == FIRST
    assert all(before < after for before, after in pairwise(moments) if before and after)
    last = moments[-1]
    assert last
    assert FIRST + timedelta(days=DAYS - 30) < last < FIRST + timedelta(days=DAYS)


def test_every_column_and_provinces_before_counties_get_their_share() -> None:
    said = [json.loads(line) for line in lines(600)]
    assert {one["column"] for one in said} == COLUMNS.keys()
    levels = {row.code: row.level for row in official_rows()}
    shares = Counter(levels[part["code"]] for one in said for part in one["regions"])
    assert shares["province"] > shares["prefecture"] > shares["county"] > 0
