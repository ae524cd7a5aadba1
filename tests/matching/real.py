"""The labels of the real cases (../shared/cases): which section is on which subjects. Never a text.

A part is named by its case and its place in it, a section by its place in the part.
"""

from itertools import combinations

from bulletins.document.matching import topics
from tests.document.parsing.conftest import load_case
from tests.matching.labelled import Case, Part, case

PART = tuple[str, int]  # which case, which part
LABELS: dict[PART, tuple[str, ...]] = {
    ("000", 0): ("学习", "网宣", "治理", "安全 数据", "信息化", "队伍"),
    ("000", 1): ("学习", "网宣", "治理", "安全", "信息化", "队伍"),
    ("000", 2): ("学习", "网宣", "治理 安全", "信息化", "队伍"),
    ("000", 3): ("队伍", "统筹", "创新", "补短", "治理"),
    ("047", 0): ("学习", "网宣", "文明", "治理", "舆情", "安全", "信息化", "峰会"),
}


def real_cases() -> list[Case]:
    return [case(one, other) for one, other in combinations(map(_part, LABELS), 2)]


def _part(named: PART) -> Part:
    name, place = named
    reading, _ = load_case(name)
    marks = tuple(frozenset(said.split()) for said in LABELS[named])
    found = tuple(topics(reading.document.parts[place]))
    if len(found) != len(marks):
        raise ValueError(f"{named} has {len(found)} sections, {len(marks)} are labelled")
    return Part(name, str(place), "", found, marks)
