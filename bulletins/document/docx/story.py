"""A story (the body, a cell, a text box, a note) as paragraphs, tables and quotations in order."""

from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document.blocks import Mark
from bulletins.document.docx import stylebook, tables
from bulletins.document.docx.inlines import InlineReader, Inside, Piece
from bulletins.document.docx.items import InList, Item, Made, Paragraph, html_of
from bulletins.document.docx.looks import Look
from bulletins.document.docx.names import child, name, number, switch, value
from bulletins.document.docx.numbering import Level, Place
from bulletins.document.docx.state import Reading
from bulletins.document.docx.stylebook import Own
from bulletins.document.inline import Run

JOINTS = {"nothing": "", "space": " "}
CLOSED = ("、", "）", ")", "：", "．")  # after these Chinese print leaves no space
DEEPEST_LIST = 60


def read_story(container: _Element, reading: Reading) -> Iterator[Item]:
    """Everything in a container; what hangs on a paragraph follows it."""
    for element in container:
        kind = name(element)
        if kind == "w:p":
            yield from _paragraph(element, reading)
        elif kind == "w:tbl":
            yield from _table(element, reading)
        elif kind == "w:sdt":
            yield from _control(element, reading)
        elif kind == "w:altChunk":
            reading.note("docx.chunk")
        elif kind in ("m:oMathPara", "m:oMath", "w:r", "w:hyperlink"):
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
    yield Paragraph(line, reader.inside.pieces)
    yield from _hanging(reader.inside, line, reading)


def _table(table: _Element, reading: Reading) -> Iterator[Item]:
    line = reading.line + 1
    html, style = tables.read_table(table, reading, lambda cell: _cell(cell, reading))
    yield Made(line, html, stylebook.TABLE_STYLES.get(style, ""))


def _cell(cell: _Element, reading: Reading) -> tuple[str, tuple[Own | None, dict[str, str]]]:
    """A cell's HTML; its last paragraph of ours tells what cell it is, and its facts."""
    items = list(read_story(cell, reading))
    ours = (item for item in reversed(items) if isinstance(item, Paragraph) and item.own)
    last = next(ours, None)
    said = (last.own, last.fact("cell")) if last is not None else (None, {})
    return html_of(items), said


def _paragraph(element: _Element, reading: Reading) -> Iterator[Item]:
    line = reading.next_line()
    style = value(child(element, "w:pPr"), "w:pStyle") or ""
    own = stylebook.own_style(reading.styles.name_of(style))
    reader = InlineReader(reading, style, own is not None)
    reader.walk(element)
    inside = reader.inside
    paragraph = Paragraph(
        line, inside.pieces, own, _facts(inside, reading), align=reading.styles.align(element)
    )
    if own is None:
        paragraph.heading = reading.styles.heading(element)
        _number(paragraph, element, reading)
    else:
        _own(paragraph, own, element, reading)
    yield paragraph
    yield from _hanging(inside, line, reading)


def _facts(inside: Inside, reading: Reading) -> list[Mark]:
    known = reading.facts.by_bookmark
    # A paragraph pasted twice keeps its facts once: the first one found takes them.
    return [
        mark for bookmark in inside.bookmarks if (mark := known.pop(bookmark, None)) is not None
    ]


def _number(paragraph: Paragraph, element: _Element, reading: Reading) -> None:
    place = reading.numbering.place(element)
    if place is None:
        return
    label, level = reading.numbering.count(place), reading.numbering.level(place)
    if level.form != "bullet":
        paragraph.label, paragraph.joint = label, _joint(label, level)
    elif paragraph.heading is None:
        paragraph.place = InList("bullets", place.level)


def _joint(label: str, level: Level) -> str:
    return JOINTS.get(level.suffix, "" if label.endswith(CLOSED) else " ")


def _own(paragraph: Paragraph, own: Own, element: _Element, reading: Reading) -> None:
    """Our styles centre titles and captions themselves: only what was set by hand is content."""
    direct = value(child(element, "w:pPr"), "w:jc") or ""
    paragraph.align = {"center": "center", "right": "right", "end": "right"}.get(direct, "")
    paragraph.css = own.variant if own.variant in ("caption", "placeholder") else ""
    place = reading.numbering.place(element)
    if place is not None and own.variant == "list":
        paragraph.place = _own_place(paragraph, place, reading)
    elif place is not None:  # somebody pressed the numbering button
        _number(paragraph, element, reading)


def _own_place(paragraph: Paragraph, place: Place, reading: Reading) -> InList:
    level = reading.numbering.level(place)
    start = reading.numbering.start(place)
    depth = number(paragraph.fact("item").get("depth"), place.level)
    tag = "ul" if level.form == "bullet" else "ol"
    return InList(place.scheme, max(0, min(depth, DEEPEST_LIST)), tag, start)


def _hanging(inside: Inside, line: int, reading: Reading) -> Iterator[Item]:
    for hanging in inside.hanging:
        if isinstance(hanging, str):
            yield Paragraph(line, [Piece(Run(hanging), Look())], css="placeholder")
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
