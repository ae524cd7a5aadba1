"""Numbers that are set apart from their headings: "一、" or "1" on a line of its own, "01综合"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bulletins.document.markers import Marker, glued_number, lone_number
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.plain import EDGE, bare

OWN_LINE = 80  # characters; the longest headings on real pages have about 50
GLUED = 40
CELL = 4  # a name in a table that was pasted cell by cell is no longer than that
COLUMN = frozenset({"序号", "编号", "名次", "排名", "序次", "№", "NO.", "No."})
ABOVE = 12  # lines over the first number in which the head of such a table stands


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines with such numbers read as the marks of what they belong to."""
    return _glued(_bare(_cut_off(lines)))


def _cut_off(lines: Sequence[Line]) -> list[Line]:
    """ "一、" alone on its line is the mark of the next one, however long that is."""
    taken: dict[int, Marker] = {}
    for index, line in enumerate(lines[:-1]):
        mark = line.marker
        if mark and mark.end == len(line.text) and _is_free(lines[index + 1]):
            taken[index] = replace(mark, end=0)
    return _merged(lines, taken)


def _is_free(line: Line) -> bool:
    return line.prose and not line.marker


def _bare(lines: list[Line]) -> list[Line]:
    """A number on a line of its own belongs to the next line, if several count up from 1."""
    found = {
        i: number
        for i, line in enumerate(lines[:-1])
        if line.prose
        and not line.marker
        and (number := lone_number(line.text))
        and _can_head(lines[i + 1])
    }
    taken = _counted_up(found)
    if _is_table(lines, list(taken)):
        return lines
    return _merged(lines, {i: _lone(lines[i], number) for i, number in taken.items()})


def _lone(line: Line, number: int) -> Marker:
    return Marker(1, number, line.text.strip(EDGE), 0, standard=False)


def _counted_up(found: Mapping[int, int]) -> dict[int, int]:
    """Those that count 1, 2, …; once one has, a count may begin again: each region has its own."""
    taken: dict[int, int] = {}
    counted = 0
    for index, number in found.items():
        if number == counted + 1 or (number == 1 and counted > 1):
            counted = number
            taken[index] = number
    return taken if any(number > 1 for number in taken.values()) else {}


def _can_head(line: Line) -> bool:
    return _is_free(line) and not lone_number(line.text) and len(line.text) <= OWN_LINE


def _is_table(lines: Sequence[Line], taken: Sequence[int]) -> bool:
    """A table pasted cell by cell: under 序号, or nothing but names beside the numbers."""
    if not taken:
        return False
    first = taken[0]
    if any(bare(line.text) in COLUMN for line in lines[max(0, first - ABOVE) : first]):
        return True
    return all(len(bare(lines[index + 1].text)) <= CELL for index in taken) and not any(
        "。" in line.text for line in lines[first : taken[-1] + ABOVE]
    )


def _merged(lines: Sequence[Line], taken: Mapping[int, Marker]) -> list[Line]:
    """Each number goes to the line after it; its own line is gone."""
    merged = list(lines)
    for index, marker in taken.items():
        merged[index + 1] = replace(lines[index + 1], marker=marker)
    return [line for index, line in enumerate(merged) if index not in taken]


def _glued(lines: list[Line]) -> list[Line]:
    """ "01综合" is a heading only among others that count up with it."""
    marks = {i: mark for i, line in enumerate(lines) if (mark := _glued_mark(line))}
    out = list(lines)
    for index in _counted_up({i: mark.number for i, mark in marks.items()}):
        out[index] = replace(lines[index], marker=marks[index])
    return out


def _glued_mark(line: Line) -> Marker | None:
    short = line.prose and not line.marker and len(line.text) <= GLUED
    return glued_number(line.text) if short else None
