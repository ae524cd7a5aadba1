"""A table of HTML (cells with spans) on the grid that Word wants (every place filled)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

WIDEST = 63  # columns that Word can draw


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of Word. cell: None where it only continues or fills. merge: vMerge or ""."""

    column: int
    span: int
    rows: int = 1
    merge: str = ""
    cell: HtmlElement | None = None
    departs: bool = False  # HTML asks for more than can be drawn


def lay_in_grid(rows: list[list[HtmlElement]]) -> list[list[Slot]]:
    """Each row's slots from left to right."""
    below: dict[int, tuple[int, int]] = {}  # column → span and rows still to come of a cell above
    out = []
    for at, row in enumerate(rows):
        slots = list(_row(row, below, len(rows) - at))
        below = {column: (span, left - 1) for column, (span, left) in below.items() if left > 1}
        below |= {slot.column: (slot.span, slot.rows - 1) for slot in slots if slot.rows > 1}
        out.append(slots)
    return out


def _row(row: list[HtmlElement], below: dict[int, tuple[int, int]], left: int) -> Iterator[Slot]:
    column = 0
    for cell in row:
        while column in below:
            yield Slot(column, below[column][0], merge="continue")
            column += below[column][0]
        free = min((begin for begin in below if begin > column), default=column + WIDEST) - column
        slot = _slot(cell, column, free, left)
        yield slot
        column += slot.span
    for begin in sorted(begin for begin in below if begin >= column):
        if begin > column:
            yield Slot(column, begin - column)
        yield Slot(begin, below[begin][0], merge="continue")
        column = begin + below[begin][0]


def _slot(cell: HtmlElement, column: int, free: int, left: int) -> Slot:
    colspan, rowspan = (int(cell.get(name, "1")) for name in ("colspan", "rowspan"))
    span, rows = min(colspan, free), min(rowspan, left)
    merge = "restart" if rows > 1 else ""
    return Slot(column, span, rows, merge, cell, (span, rows) != (colspan, rowspan))
