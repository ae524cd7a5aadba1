"""The measure itself is right: by cases that can be reckoned by hand."""

from datetime import date

import pytest

from bulletins.search.results import Group, Hit, Results
from tests.search.judged.judgements import Judged, Place
from tests.search.measuring import faults, score, sections_first, table

NAMES = {1: "plan", 2: "drill", 3: "duty"}
QUERY = Judged(
    "题名", "应急预案", grades={"plan": 3, "drill": 1}, places={"plan": Place("兵团", "复盘")}
)


def _found(*numbers: int, hits: tuple[Hit, ...] = (), loosened: bool = False) -> Results:
    groups = tuple(
        Group(number, (("题", False),), "", date(2026, 1, 1), "", "", hits) for number in numbers
    )
    return Results(groups, len(groups), False, (), loosened=loosened)


@pytest.mark.parametrize(
    ("numbers", "ndcg", "best"),
    [
        ((1, 2), 1.0, True),
        ((1, 2, 3), 1.0, True),
        ((1,), 7 / (7 + 1 / 1.58496), True),
        ((2, 1), (1 + 7 / 1.58496) / (7 + 1 / 1.58496), False),
        ((3,), 0.0, False),
        ((), 0.0, False),
    ],
)
def test_ndcg_is_that_of_the_book(numbers: tuple[int, ...], ndcg: float, best: bool) -> None:
    one = score(QUERY, lambda _: _found(*numbers), NAMES)
    assert one.ndcg == pytest.approx(ndcg, abs=1e-4)
    assert one.best == best


def test_what_nothing_says_is_right_when_nothing_is_found_or_it_is_said_that_words_are_missing() -> (
    None
):
    nothing = Judged("正文", "北斗导航")
    assert score(nothing, lambda _: _found(), NAMES).ndcg == 1
    assert score(nothing, lambda _: _found(1, loosened=True), NAMES).ndcg == 1
    assert score(nothing, lambda _: _found(1), NAMES).ndcg == 0


@pytest.mark.parametrize(
    ("place", "heading", "right"),
    [
        ("兵团 · 二、", "复盘会", True),
        ("新疆生产建设兵团", "复盘", True),
        ("贵州 · 二、", "复盘", False),
        ("兵团 · 二、", "演练", False),
        ("", "复盘", False),
    ],
)
def test_the_section_shown_first_is_the_right_one(place: str, heading: str, right: bool) -> None:
    hits = (Hit(place, ((heading[:1], True), (heading[1:], False)), (), ""),)
    one = score(QUERY, lambda _: _found(1, hits=hits), NAMES)
    assert one.sections == (right,)
    assert sections_first([one]) == right
    assert ("应急预案" in "".join(faults([one]))) or right
    assert f"| 题名 | 1 | 0.917 | 1.00 | {right:.2f} |" in table([one])
