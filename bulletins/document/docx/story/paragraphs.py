"""One paragraph: its runs, its number, and what its style says of it."""

from lxml.etree import _Element

from bulletins.document.blocks import Mark
from bulletins.document.docx import stylebook
from bulletins.document.docx.assembly.items import InList, Paragraph
from bulletins.document.docx.assembly.pieces import Hanging, Inside
from bulletins.document.docx.names import attribute, number, switch
from bulletins.document.docx.numbers.counting import Place
from bulletins.document.docx.numbers.schemes import Level
from bulletins.document.docx.properties import Holding, properties_of
from bulletins.document.docx.state import Reading
from bulletins.document.docx.story.inlines import InlineReader
from bulletins.document.docx.stylebook import Own

JOINTS = {"nothing": "", "space": " "}
CLOSED = ("、", "）", ")", "：", "．")  # after these Chinese print leaves no space
DEEPEST_LIST = 60


def read_paragraph(element: _Element, reading: Reading) -> tuple[Paragraph, list[Hanging]]:
    """The paragraph, and what hangs on it: text boxes, notes, placeholders."""
    line = reading.next_line()
    holding = properties_of(element, reading.styles)
    own = stylebook.own_style(holding.names[0]) if holding.names else None
    reader = InlineReader(reading, holding.style, own is not None)
    reader.walk(element)
    inside = reader.inside
    paragraph = Paragraph(line, inside.pieces(), own, _facts(inside, reading))
    if own is None:
        _foreign(paragraph, holding, reading)
    else:
        _own(paragraph, own, holding, reading)
    return paragraph, inside.hanging


def _facts(inside: Inside, reading: Reading) -> list[Mark]:
    known = reading.facts.by_bookmark
    # A paragraph pasted twice keeps its facts once: the first one found takes them.
    return [
        mark for bookmark in inside.bookmarks if (mark := known.pop(bookmark, None)) is not None
    ]


def _foreign(paragraph: Paragraph, holding: Holding, reading: Reading) -> None:
    paragraph.align, paragraph.heading = holding.align(), holding.heading()
    paragraph.runs_on = _runs_on(holding)
    paragraph.css = "caption" if holding.is_caption() else ""
    if not paragraph.runs_on or paragraph.prints():  # one that is all hidden is not counted
        _number(paragraph, holding, reading)


def _runs_on(holding: Holding) -> bool:
    """A hidden mark (样式分隔符 sets one), or a large first letter in a frame of its own."""
    frame, mark = holding.own.get("w:framePr"), holding.own.get("w:rPr")
    dropped = frame is not None and attribute(frame, "w:dropCap") in ("drop", "margin")
    return dropped or bool(switch(mark, "w:vanish"))


def _number(paragraph: Paragraph, holding: Holding, reading: Reading) -> None:
    place = reading.numbering.place(holding)
    if place is None:
        return
    label, level = reading.numbering.count(place), reading.numbering.level(place)
    if level.form != "bullet":
        paragraph.label, paragraph.joint = label, _joint(label, level)
    elif paragraph.heading is None:
        paragraph.place = InList("bullets", place.level)


def _joint(label: str, level: Level) -> str:
    return JOINTS.get(level.suffix, "" if label.endswith(CLOSED) else " ")


def _own(paragraph: Paragraph, own: Own, holding: Holding, reading: Reading) -> None:
    """Our styles centre titles and captions themselves: only what was set by hand is content."""
    paragraph.align = holding.own_align()
    paragraph.css = own.variant if own.variant in ("caption", "placeholder") else ""
    place = reading.numbering.place(holding)
    if place is not None and own.variant == "list":
        paragraph.place = _own_place(paragraph, place, reading)
    elif place is not None:  # somebody pressed the numbering button
        _number(paragraph, holding, reading)


def _own_place(paragraph: Paragraph, place: Place, reading: Reading) -> InList:
    level = reading.numbering.level(place)
    start = reading.numbering.start(place)
    depth = number(paragraph.fact("item").get("depth"), place.level)
    tag = "ul" if level.form == "bullet" else "ol"
    return InList(reading.numbering.list_of(place), max(0, min(depth, DEEPEST_LIST)), tag, start)
