"""A table of HTML as one of Word: its grid, its rows, its cells."""

from collections.abc import Callable
from dataclasses import dataclass

from docx.shared import Length, Twips
from lxml.html import HtmlElement

from bulletins.document.docx import stylebook
from bulletins.document.docx.ink import element
from bulletins.document.docx.layout.styles import style_id
from bulletins.document.docx.printing.grid import Slot, lay_in_grid

MARGINS = Twips(216)  # of a cell, left and right together


@dataclass(frozen=True, slots=True)
class TableWriter:
    """kind: whose table it is. room: how wide it is. inside: writes the content of a cell."""

    kind: str
    room: Length
    inside: Callable[[Slot, Length], list[str]]

    def write(self, block: HtmlElement) -> str:
        rows = lay_in_grid([list(row) for row in block.iter("tr") if _own_row(row, block)])
        columns = max(slot.column + slot.span for row in rows for slot in row)
        kind = self.kind if self.kind in stylebook.TEXTS else "body"
        properties = element(
            "w:tblPr",
            element("w:tblStyle", val=style_id(stylebook.table_style_name(kind))),
            element("w:tblW", w=5000, type="pct"),
            element("w:jc", val="center"),
        )
        width = round(self.room.twips / columns)
        grid = element("w:tblGrid", *(element("w:gridCol", w=width) for _ in range(columns)))
        leading = _leading_heads(rows)
        made = [self._row(row, at < leading, width) for at, row in enumerate(rows)]
        return element("w:tbl", properties, grid, *made)

    def _row(self, row: list[Slot], repeated: bool, width: int) -> str:
        properties = [element("w:trPr", element("w:tblHeader"))] if repeated else []
        return element("w:tr", *properties, *(self._cell(slot, width) for slot in row))

    def _cell(self, slot: Slot, width: int) -> str:
        said = [element("w:tcW", w=width * slot.span, type="dxa")]
        if slot.span > 1:
            said.append(element("w:gridSpan", val=slot.span))
        if slot.merge:
            said.append(element("w:vMerge", val=slot.merge))
        said.append(element("w:vAlign", val="center"))
        room = Twips(max(width * slot.span - MARGINS.twips, MARGINS.twips))
        return element("w:tc", element("w:tcPr", *said), *self.inside(slot, room))


def _own_row(row: HtmlElement, table: HtmlElement) -> bool:
    """Not a row of a table inside this one."""
    return next(row.iterancestors("table")) is table


def _leading_heads(rows: list[list[Slot]]) -> int:
    """How many rows at the top are all <th>: Word repeats them on each page."""
    for at, row in enumerate(rows):
        if not all(slot.cell is not None and slot.cell.tag == "th" for slot in row):
            return at
    return 0
