"""Tables: .xls, .xlsx, .ods (calamine reads all three), .csv. Hidden sheets stay hidden."""

import csv
import io
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from bulletins.document.filetext.leaves import MOST_SHEETS, Cell, FileText, Leaf, Room
from bulletins.document.text.reading import decode

MARKS = ",;\t"
MOST_ROWS, MOST_COLUMNS = 1000, 60
Value = int | float | str | bool | time | date | datetime | timedelta
Spans = Mapping[tuple[int, int], tuple[int, int]]


def read_workbook(data: bytes) -> FileText:
    """A leaf for each sheet that can be seen and says something."""
    book, room = CalamineWorkbook.from_filelike(io.BytesIO(data)), Room()
    seen = [
        one.name
        for one in book.sheets_metadata
        if one.typ == SheetTypeEnum.WorkSheet and one.visible == SheetVisibleEnum.Visible
    ]
    found = (_sheet(book.get_sheet_by_name(name), room) for name in seen[:MOST_SHEETS])
    leaves = tuple(leaf for leaf in found if leaf["total"])
    return FileText(leaves, sheets=len(seen), cut=room.cut or len(seen) > MOST_SHEETS)


def read_csv(data: bytes) -> FileText:
    """The whole is one table; the mark between its columns is the commonest of the first line."""
    text, room = decode(data), Room()
    first = text.lstrip().partition("\n")[0]
    rows = list(csv.reader(io.StringIO(text), delimiter=max(MARKS, key=first.count)))
    leaf = _leaf("", rows, {}, room)
    return FileText((leaf,) if leaf["total"] else (), cut=room.cut)


def _sheet(sheet: CalamineSheet, room: Room) -> Leaf:
    """Where cells were joined, they are joined here; places are counted from the first used."""
    top, left = sheet.start or (0, 0)
    spans = {
        (first[0] - top, first[1] - left): (last[1] - first[1] + 1, last[0] - first[0] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    }
    return _leaf(sheet.name, sheet.to_python(), spans, room)


def _leaf(name: str, rows: Iterable[Iterable[Value]], spans: Spans, room: Room) -> Leaf:
    """total: of the rows that say something; empty ones and empty columns are left out."""
    said = [[_said(value) for value in row] for row in rows]
    full = [at for at, row in enumerate(said) if any(row)]
    used = sorted({at for row in said for at, text in enumerate(row) if text})
    room.cut = room.cut or len(full) > MOST_ROWS or len(used) > MOST_COLUMNS
    used = used[:MOST_COLUMNS]
    shown = full[: room.rows(min(len(full), MOST_ROWS), len(used))]
    table = [
        [said[at][column] if column < len(said[at]) else "" for column in used] for at in shown
    ]
    kept = [list(row) for row in _joined(table, _moved(spans, shown, used), room)]
    return {"name": room.take(name), "rows": kept, "total": len(full)}


def _moved(spans: Spans, rows: Sequence[int], columns: Sequence[int]) -> Spans:
    """The same joined cells, among the rows and columns that are left; empty ones are none."""
    row_at = {row: at for at, row in enumerate(rows)}
    column_at = {column: at for at, column in enumerate(columns)}
    return {
        (row_at[row], column_at[column]): (
            bisect_left(columns, column + across) - column_at[column],
            bisect_left(rows, row + down) - row_at[row],
        )
        for (row, column), (across, down) in spans.items()
        if row in row_at and column in column_at
    }


def _joined(table: list[list[str]], spans: Spans, room: Room) -> Iterator[Iterator[Cell]]:
    """Rows of cells; what a joined one covers is left out."""
    covered: set[tuple[int, int]] = set()
    height, width = len(table), max(map(len, table), default=0)
    for at, row in enumerate(table):
        if not room.left:
            room.cut = True
            return
        cells: list[Cell] = []
        for column, text in enumerate(row):
            if (at, column) in covered:
                continue
            across, down = spans.get((at, column), (1, 1))
            across, down = min(across, width - column), min(down, height - at)
            covered |= {(at + n, column + m) for n in range(down) for m in range(across)}
            taken = room.take(text)
            cells.append((taken, across, down) if across > 1 or down > 1 else taken)
        yield iter(cells)


def _said(value: Value) -> str:
    """As a person would type it: 3, not 3.0; a day without its midnight."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else f"{value:%Y-%m-%d %H:%M}"
    return " ".join(islice(str(value).split(), 5000))
