"""A .pdf page by page. What was scanned has pages, and nothing to read."""

import io
import time

import pypdf
from pypdf.errors import PyPdfError

from bulletins.document.filetext.folding import paragraphs
from bulletins.document.filetext.leaves import FileText, Leaf, Room
from bulletins.document.notices import Unreadable

MOST_PAGES = 300
PATIENCE = 12.0  # seconds; the pages that are not read by then are left out


def read_pdf(data: bytes) -> FileText:
    """A leaf for each page that says something. Raises Unreadable for what has a password."""
    file, room, until = pypdf.PdfReader(io.BytesIO(data)), Room(), time.monotonic() + PATIENCE
    if file.is_encrypted and not file.decrypt(""):
        raise Unreadable("文件有密码")
    leaves: list[Leaf] = []
    total = len(file.pages)
    for number in range(min(total, MOST_PAGES)):
        if not room.left or time.monotonic() > until:
            room.cut = True
            break
        if lines := _lines(file, number, room):
            leaves.append({"name": str(number + 1), "lines": lines})
    return FileText(tuple(leaves), pages=total, cut=room.cut or total > MOST_PAGES)


def _lines(file: pypdf.PdfReader, number: int, room: Room) -> list[str]:
    """One page that cannot be read is no reason to give up the others."""
    try:
        text = file.pages[number].extract_text()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        room.cut = True
        return []
    return [taken for line in paragraphs(text.splitlines()) if (taken := room.take(line))]
