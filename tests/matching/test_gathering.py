"""What many regions say, gathered by subject."""

from itertools import combinations
from time import process_time

import pytest

from bulletins.document.matching import Topic, gather, topics
from bulletins.document.matching.pairing import SAME
from bulletins.document.tree import DocumentPart, DocumentSection
from tests.matching.labelled import Part, labelled
from tests.matching.measuring import f1

BULLETINS = [(folder, name) for folder in ("tuning", "held_out") for name in labelled(folder)]
Pairs = frozenset[tuple[tuple[int, int], tuple[int, int]]]


def _gathered(parts: list[Part], again: bool) -> Pairs:
    rows = gather([part.topics for part in parts], again)
    pairs = [pair for row in rows for pair in combinations(sorted(row.places()), 2)]
    return frozenset((one, other) for one, other in pairs if one[0] != other[0])


def _meant(parts: list[Part]) -> Pairs:
    marked = [((p, i), marks) for p, part in enumerate(parts) for i, marks in enumerate(part.marks)]
    return frozenset(
        (one, other)
        for (one, left), (other, right) in combinations(marked, 2)
        if left & right and one[0] != other[0]
    )


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("folder", ["tuning", "held_out"])
def test_five_regions_are_gathered_as_well_as_two_are_matched(folder: str, again: bool) -> None:
    bulletins = [parts for parts in labelled(folder).values() if not parts[0].year]
    found = [(_gathered(parts, again), _meant(parts)) for parts in bulletins]
    assert f1(found) >= 0.94


def test_every_section_stands_in_the_table_and_none_more_than_twice() -> None:
    for parts in labelled("held_out").values():
        rows = gather([part.topics for part in parts])
        for at, part in enumerate(parts):
            stands = [place for row in rows for place in row.places() if place[0] == at]
            assert {topic for _, topic in stands} == set(range(len(part.topics)))
            assert all(stands.count(place) <= 2 for place in stands)


def test_what_nobody_else_speaks_of_has_no_score() -> None:
    here = [Topic("一、", "网络安全", "加固系统，修补漏洞。"), Topic("二、", "养蜂", "分箱过冬。")]
    there = [Topic("一、", "筑牢网络安全防线", "开展漏洞排查，系统加固。")]
    (both, alone) = gather([here, there])
    assert {part: [cell.topic for cell in cells] for part, cells in both.cells.items()} == {
        0: [0],
        1: [0],
    }
    assert all(cell.score and cell.score > SAME for cells in both.cells.values() for cell in cells)
    assert [(part, cells[0].score) for part, cells in alone.cells.items()] == [(0, None)]


def test_thirty_four_regions_of_twelve_sections_take_a_few_seconds_at_most() -> None:
    """One second on the machine it was measured on; five leave room for a slower one."""
    some = [
        topic for name in labelled("held_out").values() for part in name for topic in part.topics
    ]
    parts = [[some[(at * 7 + n * 5) % len(some)] for n in range(12)] for at in range(34)]
    begun = process_time()
    gather(parts, again=False)
    assert process_time() - begun < 5


@pytest.mark.parametrize("parts", [[], [[]], [[], []], [[Topic("", "", "")], []]])
def test_there_may_be_nothing_to_gather(parts: list[list[Topic]]) -> None:
    assert sum(len(row.places()) for row in gather(parts)) == sum(map(len, parts))


def _section(level: int, heading: str | None, body: str = "") -> DocumentSection:
    return DocumentSection(level, heading, f"<p>{body}</p>" if body else "", key=f"k{heading}")


def test_a_topic_is_a_section_with_all_that_stands_below_it() -> None:
    part = DocumentPart(
        sections=(
            _section(1, "应急演练", "断网两小时。"),
            _section(1, "暴露的问题"),
            _section(2, "电池怕冷", "只用了三小时。"),
        )
    )
    first, second = topics(part)
    assert (first.label, first.name, first.text, first.key) == (
        "一、",
        "应急演练",
        "断网两小时。",
        "k应急演练",
    )
    assert second.text == "电池怕冷\n只用了三小时。"
    assert [section.heading for section in second.sections] == ["暴露的问题", "电池怕冷"]


def test_one_heading_over_all_of_it_is_no_topic() -> None:
    part = DocumentPart(
        sections=(_section(1, "工作安排"), _section(2, "演练"), _section(2, "宣传"))
    )
    assert [topic.name for topic in topics(part)] == ["演练", "宣传"]


def test_a_part_without_sections_is_one_topic_and_an_empty_one_none() -> None:
    (only,) = topics(DocumentPart(intro="<p>进京须持证明。</p>", key="p1"))
    assert (only.name, only.key) == ("进京须持证明。", "p1")
    assert topics(DocumentPart()) == []


def test_a_clause_is_known_by_its_first_words() -> None:
    words = "各地要按照统一部署，做好汛期各项准备，确保群众安全度汛。"
    (only,) = topics(DocumentPart(sections=(_section(1, None, words),)))
    assert only.name == words[:24] + "……"
