"""The end of a paper as 7.3.4 and 7.3.5 of GB/T 9704 set it: attachments, signature, date."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from docx.oxml.ns import qn
from lxml.etree import _Element

from bulletins.document import body
from bulletins.document.blocks import Mark
from bulletins.document.docx import stylebook
from bulletins.document.docx.facts import LABEL, PRINTED
from bulletins.document.docx.ink import element, indent
from bulletins.document.docx.layout.looks import LINE, THIRD
from bulletins.document.docx.printing.bodies import BodyWriter
from bulletins.document.docx.printing.sheet import Sheet
from bulletins.document.marks import attachment_mark
from bulletins.document.parsing.dates import only_date
from bulletins.document.tree import DocumentAttachment

EDGE = 2  # characters between the later line and the edge
SPACING = qn("w:spacing")
STEP = 2  # the date begins so much after the signature


def attachments(found: Iterable[DocumentAttachment], sheet: Sheet) -> Iterator[_Element]:
    """附件：1. 名称, each on a line of its own, one line below the text."""
    files = list(found)
    for at, file in enumerate(files, start=1):
        html = body.paragraph(file.title)
        number = f"{at}. " if len(files) > 1 else ""
        name = ("附件：" if at == 1 else "　　　") + number
        inner = [*sheet.words(name, stylebook.NUMBER), *sheet.words(body.text_of(html))]
        mark = attachment_mark(file)
        facts = Mark(mark.kind, {**mark.facts, PRINTED: body.text_of(html), LABEL: ""})
        style = stylebook.style_name("attachment")
        hanging = width(name)  # a long name goes on below its own beginning
        inset = indent(THIRD, left=2 + hanging, hanging=hanging)
        made = sheet.paragraph(style, inner, mark=facts, inset=inset)
        yield _after_a_line(made) if at == 1 else made


def closing(html: str, sheet: Sheet) -> list[_Element]:
    """Signature and date at the right, the date two characters further in."""
    made = BodyWriter(sheet, "closing").write(html)
    signed = [one for one in made if _is_right(one)]
    if signed:
        _after_a_line(signed[0])
    for one, characters in zip(signed, edges([_text(one) for one in signed]), strict=True):
        _set_in(one, characters)
    return made


def edges(lines: list[str]) -> list[float]:
    """How far each line of a signature stands from the right edge, in characters.

    ["青禾县人民政府办公室", "2024年3月1日"] → [2, 2.75]: the date begins two after the name.
    """
    out: list[float] = [EDGE for _ in lines]
    if len(lines) > 1 and only_date(lines[-1]):
        ahead = width(lines[-2]) - width(lines[-1])
        out[-1] = max(EDGE, EDGE + ahead - STEP)
        out[-2] = max(EDGE, EDGE - ahead + STEP)
    return out


def width(text: str) -> float:
    """In characters: letters and digits are half as wide, a quarter parts them from Chinese."""
    widths = [1.0 if ord(char) > 0x2E7F else 0.5 for char in text]
    return sum(widths) + 0.25 * sum(one != other for one, other in pairwise(widths))


def _text(paragraph: _Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _is_right(paragraph: _Element) -> bool:
    said = paragraph.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return said is not None and said.get(qn("w:val")) == "right"


def _set_in(paragraph: _Element, characters: float) -> None:
    properties = paragraph.find(qn("w:pPr"))
    old = properties.find(qn("w:ind")) if properties is not None else None
    if properties is not None and old is not None:
        properties.replace(old, indent(THIRD, right=characters, firstLine=0))


def _after_a_line(paragraph: _Element) -> _Element:
    """An empty line above; spacing comes before the indent in the order of the schema."""
    properties = paragraph.find(qn("w:pPr"))
    inset = properties.find(qn("w:ind")) if properties is not None else None
    if properties is not None and inset is not None and properties.find(SPACING) is None:
        inset.addprevious(element("w:spacing", before=round(LINE * 20)))
    return paragraph
