"""提纲: every part and section with the number it will bear, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletins.document import numbering
from bulletins.document.body import text_of
from bulletins.document.emptiness import part_says
from bulletins.document.markers import read_marker
from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.editing.page import PartBox

SHOWN = 24  # characters of a clause
NUMBERED = "标题里又打了序号：编号由兰台数，请删去打的"
TWICE = "标题重复：这一部分里有相同的标题"


@dataclass(frozen=True, slots=True)
class Entry:
    """One section: what its line says, and its faults as sentences."""

    key: str
    level: int
    label: str
    words: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One part and its sections."""

    key: str
    words: str
    faults: tuple[str, ...]
    sections: tuple[Entry, ...]


def outline_of(boxes: Iterable[PartBox]) -> list[PartEntry]:
    """The parts as they stand, in their order."""
    shown = list(boxes)
    regional = any(box.said.region for box in shown)
    return [
        PartEntry(
            box.part.key,
            box.title,
            tuple(_part_faults(box.said, regional=regional)),
            tuple(_entries(box.said)),
        )
        for box in shown
    ]


def _part_faults(part: DocumentPart, *, regional: bool) -> Iterator[str]:
    if not part_says(part):
        yield "没有内容"
    if regional and part.heading and not part.region:
        yield "没有写明是哪个地区"


def _entries(part: DocumentPart) -> Iterator[Entry]:
    labels = numbering.labels(part)
    found: dict[int, list[str]] = {}
    for fault in numbering.faults(part):
        found.setdefault(fault.index, []).append(fault.message)
    for index, section in enumerate(part.sections):
        if section.level and section.heading and read_marker(section.heading):
            found.setdefault(index, []).append(NUMBERED)
    for index in _repeated(part.sections):
        found.setdefault(index, []).append(TWICE)
    for index, section in enumerate(part.sections):
        yield Entry(
            section.key,
            section.level,
            labels[index],
            _words(section),
            tuple(found.get(index, ())),
        )


def _words(section: DocumentSection) -> str:
    if section.heading is not None:
        return section.heading or "（没有标题）"
    text = text_of(section.body).replace("\n", " ")
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}……"


def _repeated(sections: tuple[DocumentSection, ...]) -> Iterator[int]:
    """Headings that the same parent has twice."""
    above: list[str] = [""] * 6
    places: list[tuple[str, ...]] = []
    for section in sections:
        above[section.level :] = [section.heading or "", *[""] * (5 - section.level)]
        places.append(tuple(above[: section.level + 1]) if section.heading else ())
    often = Counter(places)
    return (index for index, place in enumerate(places) if place and often[place] > 1)
