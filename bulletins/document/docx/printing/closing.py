"""The end of a paper as 7.3.4 and 7.3.5 of GB/T 9704 set it: attachments, signature, date."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise

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
INSET, LEAF = re.compile(r"<w:ind [^>]*/>"), re.compile(r"<w:t [^>]*>([^<]*)</w:t>")
STEP = 2  # the date begins so much after the signature


def attachments(found: Iterable[DocumentAttachment], sheet: Sheet) -> Iterator[str]:
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


def closing(html: str, sheet: Sheet) -> list[str]:
    """Signature and date at the right, the date two characters further in."""
    made = BodyWriter(sheet, "closing").write(html)
    signed = [at for at, one in enumerate(made) if _is_right(one)]
    if signed:
        made[signed[0]] = _after_a_line(made[signed[0]])
    far = edges([_text(made[at]) for at in signed])
    for at, characters in zip(signed, far, strict=True):
        made[at] = _set_in(made[at], characters)
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


def _text(paragraph: str) -> str:
    return unescape("".join(LEAF.findall(paragraph)))


def _is_right(paragraph: str) -> bool:
    return paragraph.startswith("<w:p>") and '<w:jc w:val="right"/>' in _properties(paragraph)


def _properties(paragraph: str) -> str:
    return paragraph.partition("</w:pPr>")[0]


def _after_a_line(paragraph: str) -> str:
    """An empty line above; spacing comes before the indent in the order of the schema."""
    said = _properties(paragraph)
    inset = INSET.search(said)
    if inset is None or "<w:spacing " in said:
        return paragraph
    at = inset.start()
    return paragraph[:at] + element("w:spacing", before=round(LINE * 20)) + paragraph[at:]


def _set_in(paragraph: str, characters: float) -> str:
    said = _properties(paragraph)
    new = INSET.sub(indent(THIRD, right=characters, firstLine=0), said, count=1)
    return new + paragraph[len(said) :]
