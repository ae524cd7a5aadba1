"""A Document as a Word file laid out by GB/T 9704-2012, marked so that it reads back exactly."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from bulletins.document import body, wording
from bulletins.document.blocks import Mark
from bulletins.document.colophon import Colophon
from bulletins.document.docx import stylebook
from bulletins.document.docx.facts import LABEL, PRINTED
from bulletins.document.docx.printing import facts_part
from bulletins.document.docx.printing.bodies import BodyWriter
from bulletins.document.docx.printing.closing import attachments, closing
from bulletins.document.docx.printing.colophon import colophon
from bulletins.document.docx.printing.core import core
from bulletins.document.docx.printing.headings import HeadingWriter
from bulletins.document.docx.printing.package import Package
from bulletins.document.docx.printing.sheet import Sheet
from bulletins.document.marks import field_marks, part_mark
from bulletins.document.numbering import labels
from bulletins.document.tree import Document, DocumentPart

# A field is printed with its name, but for the first two.
NAMES = {"title": "", "subtitle": "", "published": f"{wording.FIELD_NAMES['published_time']}："}


def write_docx(
    document: Document,
    files: Mapping[str, bytes] | None = None,
    *,
    end: Colophon | None = None,
    made_at: datetime | None = None,
) -> bytes:
    """The .docx of a document. files: its pictures by SHA-256; words stand for missing ones.

    end: printed below it. made_at: what the file says of itself; not said, now.
    """
    package = Package()
    sheet = Sheet(package, files or {}, _token(document))
    story = [*_story(document, sheet), *(colophon(end, sheet) if end else ())]
    facts_part.attach(package, sheet.facts)
    return package.bytes("".join(story), core(document.title, made_at or datetime.now(UTC)))


def _token(document: Document) -> str:
    """Tells this document's bookmarks from another's when text is pasted between files."""
    return hashlib.sha256(repr(document).encode("utf-8", "replace")).hexdigest()[:8]


def _story(document: Document, sheet: Sheet) -> Iterator[str]:
    yield from _fields(document, sheet)
    yield from BodyWriter(sheet, "lead").write(document.lead)
    for part in document.parts:
        yield from _part(part, sheet)
    yield from attachments(document.attachments, sheet)
    yield from closing(document.closing, sheet)


def _fields(document: Document, sheet: Sheet) -> Iterator[str]:
    """Title and head; what is not printed goes with the facts."""
    found = list(field_marks(document))
    linked = (
        bool(document.source) and body.address(document.source_address) == document.source_address
    )
    for kind in stylebook.FIELDS:
        for mark, html in found:
            if mark.kind == kind:
                address = document.source_address if kind == "source" and linked else ""
                yield _field(mark, html, address, sheet)
    for mark, html in found:
        if mark.kind not in stylebook.FIELDS and not (mark.kind == "source_address" and linked):
            sheet.facts.loose.append(_with(mark, html))


def _with(mark: Mark, html: str, label: str = "") -> Mark:
    """The mark with the words it is printed with."""
    return Mark(mark.kind, {**mark.facts, PRINTED: body.text_of(html), LABEL: label})


def _field(mark: Mark, html: str, address: str, sheet: Sheet) -> str:
    name = NAMES.get(mark.kind, f"{wording.FIELD_NAMES.get(mark.kind, '')}：")
    value = sheet.words(body.text_of(html))
    inner = [
        *sheet.words(name, stylebook.NUMBER),
        *([sheet.link(address, value)] if address else value),
    ]
    return sheet.paragraph(stylebook.style_name(mark.kind), inner, mark=_with(mark, html))


def _part(part: DocumentPart, sheet: Sheet) -> Iterator[str]:
    html = body.paragraph(part.heading)
    mark = _with(part_mark(part), html)
    # Without a heading the paragraph only keeps the place where the part begins.
    style, words = stylebook.style_name("part"), sheet.words(body.text_of(html))
    yield sheet.paragraph(style, words, mark=mark, hairline=not words)
    yield from BodyWriter(sheet, "intro").write(part.intro)
    for section, label in zip(part.sections, labels(part), strict=True):
        yield from HeadingWriter(sheet, section, label).write()
