"""Rows → bytes of a .csv or .xlsx file, row by row: a long list is never whole in memory."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from typing import IO

from bulletins.spreadsheets.cells import Cell, harmless

FIRST, OTHERS = 40, 18  # characters a column is wide
AS_TYPED = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """One sheet. rows are asked for once."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def write_csv(sheet: Spreadsheet, file: IO[bytes]) -> None:
    """UTF-8 with a byte order mark, without which Excel reads Chinese as something else."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(map(harmless, sheet.heads))
    writer.writerows(map(harmless, row) for row in sheet.rows)
    text.detach()  # the file stays open: it is the caller's


def write_xlsx(sheet: Spreadsheet, file: IO[bytes]) -> None:
    """One sheet whose first row stays in sight; every text is stored as a text."""
    workbook = import_module("xlsxwriter").Workbook  # where first needed: a sixth of a second
    with workbook(file, AS_TYPED) as book:
        page, bold = book.add_worksheet(sheet.name[:31]), book.add_format({"bold": True})
        page.freeze_panes(1, 0)
        for place, head in enumerate(sheet.heads):
            page.set_column(place, place, OTHERS if place else FIRST)
            page.write_string(0, place, str(harmless(head)), bold)
        for line, row in enumerate(sheet.rows, start=1):
            for place, cell in enumerate(map(harmless, row)):
                page.write(line, place, cell)


WRITERS: Mapping[str, Callable[[Spreadsheet, IO[bytes]], None]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
}
