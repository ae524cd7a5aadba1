"""Tables that only frame the text: a page copied into Word, a form with one large box."""

from itertools import groupby

from lxml.etree import _Element

from bulletins.document.docx import stylebook
from bulletins.document.docx.names import within
from bulletins.document.docx.state import Reading
from bulletins.document.docx.story.tables import cells_of, rows_of, style_of

MOST = 0.6  # of all text
FEWEST = 3  # paragraphs in that cell


def parted(table: _Element, reading: Reading) -> list[tuple[bool, list[_Element]]]:
    """The rows of a table in groups; True where their cells are not a table but text.

    A table of data is one group. One with a cell that holds nearly all of the text is opened
    there, and wherever a row is one cell.
    """
    rows = rows_of(table)
    ours = style_of(table, reading) in stylebook.TABLE_STYLES
    if ours or not any(_holds_most(row, reading) for row in rows):
        return [(False, rows)]
    opened = [len(cells_of(row)) <= 1 or _holds_most(row, reading) for row in rows]
    grouped = groupby(zip(opened, rows, strict=True), key=lambda pair: pair[0])
    return [(text, [row for _, row in group]) for text, group in grouped]


def _holds_most(row: _Element, reading: Reading) -> bool:
    return any(
        letters(cell) > MOST * reading.letters and _paragraphs(cell) >= FEWEST
        for cell in cells_of(row)
    )


def _paragraphs(cell: _Element) -> int:
    return sum(1 for one in within(cell, "w:p") if within(one, "w:t"))


def letters(element: _Element) -> int:
    """How much text stands in an element."""
    return sum(len(one.text or "") for one in within(element, "w:t"))
