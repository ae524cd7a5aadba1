"""Numbers are counted, not stored: what is printed before each section, and where the text departs.

Counting restarts at a part and under each new parent, not at level 0 (GB/T 9704-2012, 7.3.3).
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from bulletins.document.numerals import to_chinese
from bulletins.document.tree import DocumentPart, DocumentSection


class Counter:
    """Counts sections in reading order; knows what number comes next at each level."""

    def __init__(self) -> None:
        self._at = [0, 0, 0, 0, 0]

    def expected(self, level: int) -> int:
        return self._at[level] + 1

    def last(self, level: int) -> int:
        return self._at[level]

    def take(self, level: int, value: int | None = None) -> int:
        """Count one section (the author's value wins) and start afresh below it; 0 for level 0."""
        if level == 0:
            return 0
        self._at[level] = self.expected(level) if value is None else value
        self._at[level + 1 :] = [0] * (4 - level)
        return self._at[level]


def label(level: int, number: int) -> str:
    """The printed mark: 一、 （二） 3. （4）; "" at level 0."""
    chinese = to_chinese(number)
    return ("", f"{chinese}、", f"（{chinese}）", f"{number}.", f"（{number}）")[level]


def numbers(sections: Iterable[DocumentSection]) -> tuple[int, ...]:
    """The number of each section of one part, in order; 0 at level 0."""
    counter = Counter()
    return tuple(counter.take(section.level, section.value) for section in sections)


def labels(part: DocumentPart) -> tuple[str, ...]:
    """The printed label of each section of a part, in order: "一、", "（二）", "1.", "（1）",
    "".
    """
    return tuple(
        label(section.level, number)
        for section, number in zip(part.sections, numbers(part.sections), strict=True)
    )


def without_idle_values(sections: Iterable[DocumentSection]) -> Iterator[DocumentSection]:
    """The sections of one part; a value that the count gives anyway is left out."""
    counter = Counter()
    for section in sections:
        idle = section.level and section.value == counter.expected(section.level)
        counter.take(section.level, section.value)
        yield replace(section, value=None) if idle else section


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about the numbers of section *index* that an editor should accept or mend."""

    index: int
    code: str
    message: str


def faults(part: DocumentPart, before: Set[int] = frozenset()) -> tuple[Fault, ...]:
    """Gaps, repeats and steps back in the count, and levels that are jumped over.

    before: numbers that 一、 had in the parts above; a count that runs on from one has no gap.
    """
    return tuple(_faults(part.sections, before))


def _faults(sections: tuple[DocumentSection, ...], before: Set[int]) -> Iterator[Fault]:
    counter, parent = Counter(), 0
    levels = {section.level for section in sections}
    for index, section in enumerate(sections):
        runs_on = section.level == 1 and not counter.last(1) and (section.value or 0) - 1 in before
        if section.value is not None and section.level and not runs_on:
            yield _departure(index, section.level, counter, section.value)
        if section.level > parent + 1 and any(parent < level < section.level for level in levels):
            yield _jump(index, parent, section.level)
        counter.take(section.level, section.value)
        parent = section.level or parent


def _departure(index: int, level: int, counter: Counter, value: int) -> Fault:
    expected, found = label(level, counter.expected(level)), label(level, value)
    if value == counter.last(level):
        return Fault(
            index, "number.repeat", f"序号重复：连续出现两个「{found}」，按顺序应为「{expected}」"
        )
    if value > counter.expected(level):
        return Fault(
            index, "number.gap", f"序号不连续：此处写作「{found}」，按顺序应为「{expected}」"
        )
    return Fault(index, "number.back", f"序号倒退：此处写作「{found}」，按顺序应为「{expected}」")


def _jump(index: int, parent: int, level: int) -> Fault:
    above = label(parent, 1) or "正文"
    return Fault(
        index, "number.jump", f"层次跳级：「{above}」之下直接出现「{label(level, 1)}」，中间缺一级"
    )
