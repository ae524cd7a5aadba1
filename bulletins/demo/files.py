"""The files that go with the demo's texts: from what lies in ``content/files``, by its endings."""

import csv
import io
from pathlib import Path

from bulletins.demo.leaflets import leaflet
from bulletins.demo.scripts import FILES
from bulletins.document.docx import write_docx
from bulletins.document.parse import parse
from bulletins.document.text.reading import read_text
from bulletins.spreadsheets import Spreadsheet, write_xlsx
from regions.names import Gazetteer

SHEET = "分工"


def place_of(title: str) -> Path:
    """The file behind an attachment's title. Raises ValueError where there is none, or two."""
    (place,) = FILES.glob(f"{title}.*")
    return place


def file_of(place: Path, text: str, gazetteer: Gazetteer) -> tuple[bytes, str]:
    """Bytes and name: 甲.txt is a Word file, 甲.pdf.txt a .pdf, 甲.xlsx.csv an Excel file."""
    title, _, ending = place.name.partition(".")
    if ending == "pdf.txt":
        return leaflet(text), f"{title}.pdf"
    if ending == "xlsx.csv":
        return _workbook(text), f"{title}.xlsx"
    if ending == "txt":
        return write_docx(parse(read_text(text), gazetteer).document), f"{title}.docx"
    return text.encode("utf-8-sig"), place.name  # Excel asks for the mark


def _workbook(text: str) -> bytes:
    heads, *rows = csv.reader(io.StringIO(text))
    values = [[int(cell) if cell.isdigit() else cell for cell in row] for row in rows]
    out = io.BytesIO()
    write_xlsx(Spreadsheet(SHEET, heads, values), out)
    return out.getvalue()
