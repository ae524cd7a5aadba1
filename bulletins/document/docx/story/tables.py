"""Tables: Word's grid spans and vertical merges as colspan and rowspan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.docx.facts import PRINTED
from bulletins.document.docx.names import attribute, child, children, name, number, switch, value
from bulletins.document.docx.state import Reading
from bulletins.document.docx.stylebook import Own

ReadCell = Callable[[_Element], tuple[str, tuple[Own | None, dict[str, str]]]]
FILLER = "filler"
WIDEST = 63  # columns of a table in Word


@dataclass(slots=True)
class Cell:
    """column: where it begins in the grid. merged: it continues the one above."""

    html: str
    column: int
    colspan: int
    merged: bool
    head: bool = False
    filler: bool = False
    rowspan: int = 1
    facts: dict[str, str] = field(default_factory=dict)
    top: "Cell | None" = None

    @property
    def printed(self) -> bool:
        return not (self.merged or self.filler)

    def spelt(self) -> str:
        tag = "th" if self.head else "td"
        colspan, rowspan = self.colspan, self.rowspan
        if self.facts.get(PRINTED) == f"{colspan}x{rowspan}":  # what Word cannot draw, as we had it
            colspan = number(self.facts.get("colspan"), colspan)
            rowspan = number(self.facts.get("rowspan"), rowspan)
        spans = f' colspan="{colspan}"' if colspan > 1 else ""
        spans += f' rowspan="{rowspan}"' if rowspan > 1 else ""
        return f"<{tag}{spans}>{self.html}</{tag}>"


def read_rows(found: Iterable[_Element], read_cell: ReadCell) -> str:
    """Rows as a table of HTML."""
    rows = [_row(row, read_cell) for row in found]
    _merge(rows)
    _close_up(rows)
    lines = ("".join(cell.spelt() for cell in row if cell.printed) for row in rows)
    html = "".join(f"<tr>{line}</tr>" for line in lines if line)
    return f"<table><tbody>{html}</tbody></table>"


def style_of(table: _Element, reading: Reading) -> str:
    """The name of a table's style."""
    return reading.styles.name_of(value(child(table, "w:tblPr"), "w:tblStyle"), "table")


def rows_of(table: _Element) -> list[_Element]:
    return _wrapped(table, "w:tr")


def cells_of(row: _Element) -> list[_Element]:
    return _wrapped(row, "w:tc")


def _wrapped(parent: _Element, wanted: str) -> list[_Element]:
    """Rows of a table or cells of a row, content controls around them opened."""
    out: list[_Element] = []
    for element in parent:
        kind = name(element)
        if kind == wanted:
            out.append(element)
        elif kind in ("w:sdt", "w:sdtContent", "w:customXml"):
            out += _wrapped(element, wanted)
    return out


def _row(row: _Element, read_cell: ReadCell) -> list[Cell]:
    properties = child(row, "w:trPr")
    column = max(0, min(number(value(properties, "w:gridBefore")), WIDEST))
    header = bool(switch(properties, "w:tblHeader"))
    # A row that begins further in has nothing there to its left.
    cells = [Cell("", 0, column, merged=False)] if column else []
    for element in cells_of(row):
        cell = _cell(element, column, header, read_cell)
        column += cell.colspan
        if cells and _goes_on(element):
            cells[-1].colspan += cell.colspan
            cells[-1].html = _both(cells[-1].html, cell.html)
        else:
            cells.append(cell)
    return cells


def _goes_on(element: _Element) -> bool:
    """The old way to span columns: w:hMerge in each further cell."""
    merge = child(element, "w:tcPr", "w:hMerge")
    return merge is not None and (attribute(merge, "w:val") or "continue") != "restart"


def _cell(element: _Element, column: int, header: bool, read_cell: ReadCell) -> Cell:
    properties = child(element, "w:tcPr")
    span = max(1, number(value(properties, "w:gridSpan"), 1))
    merge = next(children(properties, "w:vMerge"), None) if properties is not None else None
    merged = merge is not None and (attribute(merge, "w:val") or "continue") != "restart"
    html, (own, facts) = read_cell(element)
    if own is not None:
        header = own.kind == "head"
    filler = own is not None and own.kind == FILLER and not html
    return Cell(html, column, span, merged, header, filler, facts=facts)


def _merge(rows: list[list[Cell]]) -> None:
    """Count how many cells below continue each; one that continues nothing stands for itself."""
    above: dict[int, Cell] = {}
    for row in rows:
        current: dict[int, Cell] = {}
        for cell in row:
            top = above.get(cell.column)
            if cell.merged and top is not None:
                top.rowspan += 1
                # Word hides what a continuing cell holds; it is text nevertheless.
                top.html = _both(top.html, cell.html)
                cell.top = top
                current[cell.column] = top
            else:
                cell.merged = False
                current[cell.column] = cell
        above = current


def _both(above: str, below: str) -> str:
    return (
        f"<p>{above}</p>{below}" if above and below and not above.startswith("<") else above + below
    )


def _close_up(rows: list[list[Cell]]) -> None:
    """A row in which every cell continues the one above is no row in HTML."""
    for row in rows:
        if row and not any(cell.printed for cell in row):
            for top in {id(cell.top): cell.top for cell in row if cell.top}.values():
                top.rowspan -= 1
