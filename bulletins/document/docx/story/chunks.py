"""Whole files inside a Word file (w:altChunk): Word reads them when it opens it, and so do we."""

from dataclasses import replace

from lxml.etree import _Element

from bulletins.document.blocks import Source
from bulletins.document.docx.assembly.items import Brought
from bulletins.document.docx.names import attribute
from bulletins.document.docx.state import Reading
from bulletins.document.notices import Unreadable

MOST = 50  # chunks in one file
LARGEST = 8 * 1024 * 1024  # of all of them, unpacked


def read_chunk(element: _Element, reading: Reading) -> Brought | None:
    """What the file inside says; None, and a notice, where it cannot be read."""
    line = reading.next_line()
    source = _source(element, reading)
    if source is None:
        reading.note("docx.chunk")
        return None
    reading.note("docx.chunk.read")
    reading.files.update(source.files)
    reading.brought += [replace(notice, line=line) for notice in source.notices]
    return Brought(line, source.blocks)


def _source(element: _Element, reading: Reading) -> Source | None:
    relation = reading.relation(attribute(element, "r:id"))
    if relation is None or relation.external or reading.read_chunk is None:
        return None
    known = reading.chunks  # one that is named again is not read again: it would be endless
    if relation.target in known or len(known) >= MOST:
        return None
    try:
        data = reading.package.content(relation.target, LARGEST - sum(known.values()))
        known[relation.target] = len(data or b"")
        return reading.read_chunk(data) if data else None
    except Unreadable:
        return None
