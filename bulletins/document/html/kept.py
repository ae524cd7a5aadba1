"""A whole document kept as HTML: it reads back exactly, and any browser can show it."""

from bulletins.document.html.reading import read_html
from bulletins.document.marked import document_of
from bulletins.document.tree import Document


def read_kept(html: str) -> Document:
    """The document that ``html.writing.write_html`` spelt."""
    return document_of(read_html(html).blocks)
