"""1 总则, 1.1 编制目的, 1.1.1 适用范围: how plans and standards number (GB/T 1.1)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bulletins.document.markers import Marker
from bulletins.document.parsing.cutting.lines import Line

LONGEST = 40  # characters of a chapter's heading
TOP = re.compile(r"(?P<n>\d{1,2})[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")
SUB = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})[ \u3000\u00a0]*(?=[\u4e00-\u9fff“《])")
FIRSTS = frozenset("123456789")


def numbered_by_decimals(lines: Sequence[Line]) -> list[Line]:
    """The lines, marks on those that count up as one whole; "3.5 公里" counts nothing."""
    marks = _marks(lines)
    levels = [mark.level for mark in marks.values()]
    if levels.count(1) < 2 or levels.count(2) < 1:
        return list(lines)
    return [
        replace(line, marker=marks[index]) if index in marks else line
        for index, line in enumerate(lines)
    ]


def _marks(lines: Sequence[Line]) -> dict[int, Marker]:
    found: dict[int, Marker] = {}
    at: list[int] = [0]
    for index, line in enumerate(lines):
        numbers = _numbers(line) if line.text[:1] in FIRSTS and line.prose else None
        if numbers and _follows(at, numbers[1]):
            words, at = numbers
            level = len(at)
            found[index] = Marker(level, at[-1], words.strip(), len(words), standard=False)
    return found


def _numbers(line: Line) -> tuple[str, list[int]] | None:
    if line.marker:
        return None
    if match := SUB.match(line.text):
        return match[0], [int(number) for number in match["n"].split(".")]
    top = (
        TOP.match(line.text)
        if len(line.text) <= LONGEST and line.text[-1] not in "。；，"
        else None
    )
    return (top[0], [int(top["n"])]) if top else None


def _follows(at: Sequence[int], numbers: Sequence[int]) -> bool:
    """2.3 comes after 2.2 or 2.2.4, 2.3.1 after 2.3, 3 after 2.9."""
    depth = len(numbers)
    if depth > len(at) + 1:
        return False
    before = [*at, 0][:depth]
    return list(numbers[:-1]) == before[:-1] and numbers[-1] == before[-1] + 1
