"""A story (the body, a cell, a text box, a note) as paragraphs, tables and quotations in order."""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from bulletins.document.docx import stylebook
from bulletins.document.docx.assembly.folding import html_of
from bulletins.document.docx.assembly.items import Item, Made, Paragraph
from bulletins.document.docx.assembly.pieces import Hanging, Piece, Words
from bulletins.document.docx.looks import Look
from bulletins.document.docx.names import child, name, switch
from bulletins.document.docx.state import Reading
from bulletins.document.docx.story import frames, tables
from bulletins.document.docx.story.chunks import read_chunk
from bulletins.document.docx.story.inlines import InlineReader
from bulletins.document.docx.story.paragraphs import read_paragraph
from bulletins.document.docx.stylebook import Own
from bulletins.document.inline import Run


def read_story(container: _Element, reading: Reading) -> Iterator[Item]:
    """Everything in a container; what hangs on a paragraph follows it."""
    begun: Paragraph | None = None  # a paragraph that the next one goes on with
    owed: list[Hanging] = []
    for element in container:
        kind = name(element)
        if kind == "w:p":
            paragraph, hanging = read_paragraph(element, reading)
            begun = begun.and_then(paragraph) if begun is not None else paragraph
            owed += hanging
            if begun.runs_on:
                continue
        if begun is not None and not kind.startswith("w:bookmark"):
            yield begun
            yield from _hanging(owed, begun.line, reading)
            begun, owed = None, []
        if kind != "w:p":
            yield from _other(element, kind, reading)
    if begun is not None:
        yield begun
        yield from _hanging(owed, begun.line, reading)


def _other(element: _Element, kind: str, reading: Reading) -> Iterator[Item]:
    """What is no paragraph."""
    if kind == "w:tbl":
        yield from _table(element, reading)
    elif kind == "w:sdt":
        yield from _control(element, reading)
    elif kind == "w:altChunk":
        brought = read_chunk(element, reading)
        yield from [brought] if brought is not None else []
    elif kind in ("m:oMathPara", "m:oMath", "w:r", "w:hyperlink", "w:subDoc"):
        yield from _loose(element, reading)
    elif kind and not kind.endswith("Pr"):
        yield from read_story(element, reading)


def _control(control: _Element, reading: Reading) -> Iterator[Item]:
    properties = child(control, "w:sdtPr")
    if not switch(properties, "w:showingPlcHdr"):
        yield from read_story(control, reading)


def _loose(element: _Element, reading: Reading) -> Iterator[Item]:
    """Runs outside any paragraph: Word never writes them, other programs do."""
    line = reading.next_line()
    reader = InlineReader(reading, "", own=False)
    reader.walk([element])
    yield Paragraph(line, reader.inside.pieces())
    yield from _hanging(reader.inside.hanging, line, reading)


def _table(table: _Element, reading: Reading) -> Iterator[Item]:
    kind = stylebook.TABLE_STYLES.get(tables.style_of(table, reading), "")
    for opened, rows in frames.parted(table, reading):
        if opened:
            for cell in (cell for row in rows for cell in tables.cells_of(row)):
                yield from read_story(cell, reading)
        else:
            line = reading.line + 1
            html = tables.read_rows(rows, lambda cell: _cell(cell, reading))
            yield Made(line, html, kind)


def _cell(cell: _Element, reading: Reading) -> tuple[str, tuple[Own | None, dict[str, str]]]:
    """A cell's HTML; its last paragraph of ours tells what cell it is, and its facts."""
    items = list(read_story(cell, reading))
    ours = (item for item in reversed(items) if isinstance(item, Paragraph) and item.own)
    last = next(ours, None)
    said = (last.own, last.fact("cell")) if last is not None else (None, {})
    return html_of(items), said


def _hanging(found: Iterable[Hanging], line: int, reading: Reading) -> Iterator[Item]:
    for hanging in found:
        if isinstance(hanging, Words):
            yield Paragraph(line, [Piece(Run(hanging.text), Look())], css=hanging.css)
        elif isinstance(hanging, tuple):
            yield from _note(hanging, reading)
        else:
            reading.note("docx.textbox")
            yield from read_story(hanging, reading)


def _note(key: tuple[str, str], reading: Reading) -> Iterator[Item]:
    """A note's own paragraphs, the first one opened by its mark."""
    element, part = reading.notes.bodies[key]
    mark, _ = reading.notes.call(key)
    reading.note("docx.note")
    outer, reading.part = reading.part, part
    items = list(read_story(element, reading))
    reading.part = outer
    for item, first in zip(items, (True, *(False for _ in items)), strict=False):
        if first and isinstance(item, Paragraph):
            item.pieces.insert(0, Piece(Run(mark), Look()))
        yield item
