"""The labelled sets: sections with the subjects they are on, from which pairs follow.

A file is a bulletin; `甘棠` alone on a line begins a region's part, 「〔去年〕」 behind it names one of
its years; `一、标题 #网宣 #治理` is a section on two subjects, its text follows. Two sections of
different parts are on the same subject if they share one of the marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from bulletins.document.matching import Topic

HERE = Path(__file__).parent
SECTION = re.compile(r"(?P<label>[一二三四五六七八九十]+、)(?P<heading>.+?)(?P<marks>(?: #\S+)+)")
PART = re.compile(r"(?P<region>[^\s。，]{2,4})(?P<year>〔..〕)?")

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Part:
    bulletin: str
    region: str
    year: str
    topics: tuple[Topic, ...]
    marks: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Two parts and which of their sections are on the same subject."""

    one: Part
    other: Part
    same: Pairs


def labelled(folder: str) -> dict[str, list[Part]]:
    """The parts of every bulletin of tuning, held_out or terse."""
    files = sorted((HERE / folder).glob("*.txt"))
    return {file.stem: list(_parts(file)) for file in files}


def cases(folder: str) -> list[Case]:
    """Every two regions of a bulletin, or two years of one region."""
    return [
        case(one, other)
        for parts in labelled(folder).values()
        for one, other in combinations(parts, 2)
        if not one.year or one.region == other.region
    ]


def case(one: Part, other: Part) -> Case:
    cells = product(enumerate(one.marks), enumerate(other.marks))
    return Case(one, other, frozenset((i, j) for (i, left), (j, right) in cells if left & right))


def unrelated(*bulletins: tuple[str, str], folder: str) -> list[Case]:
    """Parts of two bulletins that have no subject in common."""
    of = labelled(folder)
    return [
        Case(one, other, frozenset())
        for left, right in bulletins
        for one, other in zip(of[left], of[right], strict=False)
    ]


def _parts(file: Path) -> Iterator[Part]:
    region, year = "", ""
    topics: list[tuple[Topic, frozenset[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if found := SECTION.fullmatch(line):
            marks = frozenset(found["marks"].replace("#", "").split())
            topics.append((Topic(found["label"], found["heading"], ""), marks))
        elif found := PART.fullmatch(line):
            if topics:
                yield _part(file, region, year, topics)
            region, year, topics = found["region"], found["year"] or "", []
        elif line:
            topic, marks = topics[-1]
            topics[-1] = Topic(topic.label, topic.heading, f"{topic.text}\n{line}".strip()), marks
    yield _part(file, region, year, topics)


def _part(file: Path, region: str, year: str, topics: list[tuple[Topic, frozenset[str]]]) -> Part:
    return Part(file.stem, region, year, tuple(t for t, _ in topics), tuple(m for _, m in topics))
