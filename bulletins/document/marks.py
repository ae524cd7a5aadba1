"""What a file written by Lantai says of each block, so that reading it back is exact.

A mark's facts: "value" is the exact text or moment where the printed words do not say it exactly;
"region" and "key" of a part; "level", "number" (the author's, where it departs), "run_in" and "key"
of a section or clause; "address" and "key" of an attachment.
``marked_blocks`` is the inverse of ``marked.document_of``; the HTML and .docx writers use these
facts, each in its own spelling (``data-`` attributes, a custom XML part).
"""

from collections.abc import Iterator
from datetime import date, datetime

from lxml import html as lxml_html

from bulletins.document import body, wording
from bulletins.document.blocks import Block, Mark
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection

# Fields that are one line of text.
LINES = (
    *("title", "subtitle", "list_title", "source", "source_address", "link_only_to"),
    *("document_number", "index_number", "issuing_body", "responsible_editor", "column"),
    "change_note",
)


def marked_blocks(document: Document) -> Iterator[Block]:
    """The document as a row of marked blocks: what was said first, then lead, parts and the end."""
    numbered = enumerate(_pairs(document), start=1)
    for line, (mark, html) in numbered:
        yield Block(html, body.text_of(html), line, mark=mark)


def _pairs(document: Document) -> Iterator[tuple[Mark, str]]:
    yield from field_marks(document)
    yield from _each("lead", document.lead)
    for part in document.parts:
        yield part_mark(part), body.paragraph(part.heading)
        yield from _each("intro", part.intro)
        for section in part.sections:
            yield section_mark(section), body.paragraph(section.heading or "")
            yield from _each("body", section.body)
    yield from _each("closing", document.closing)
    for attachment in document.attachments:
        yield attachment_mark(attachment), body.paragraph(attachment.title)


def field_marks(document: Document) -> Iterator[tuple[Mark, str]]:
    """Every field that has a value, in the order of a page's head, with its paragraph."""
    for name in LINES:
        if value := getattr(document, name):
            yield Mark(name, said(value)), body.paragraph(value)
    for kind, value, text in _moments(document):
        yield Mark(kind, {"value": value}), body.paragraph(text)
    for tag in document.tags:
        yield Mark("tag", said(tag)), body.paragraph(tag)


def _moments(document: Document) -> Iterator[tuple[str, str, str]]:
    day, at = document.published_date, document.published_time
    if day or at:
        exact = "T".join([_iso(day), *([at.isoformat()] if at else [])])
        yield "published", exact, wording.published(day, at)
    if document.written_date:
        yield "written_date", _iso(document.written_date), wording.day(document.written_date)
    if document.closes_at:
        yield "closes_at", _iso(document.closes_at), wording.deadline(document.closes_at)


def _iso(value: date | datetime | None) -> str:
    return value.isoformat() if value else ""


def part_mark(part: DocumentPart) -> Mark:
    return Mark("part", said(part.heading) | _filled(region=part.region or "", key=part.key))


def section_mark(section: DocumentSection) -> Mark:
    """Of its heading, or of the clause that follows; only the level always stands."""
    number = "" if section.value is None else str(section.value)
    facts = _filled(level=str(section.level), number=number, run_in=section.run_in, key=section.key)
    if section.heading is None:
        return Mark("clause", facts)
    return Mark("section", said(section.heading) | facts)


def attachment_mark(attachment: DocumentAttachment) -> Mark:
    facts = _filled(address=attachment.address, key=attachment.key)
    return Mark("attachment", said(attachment.title) | facts)


def said(value: str) -> dict[str, str]:
    """The exact value, where a printed paragraph would not say it exactly (odd spaces, breaks)."""
    return {"value": value} if body.spelt(value)[1] != value else {}


def _filled(**facts: str) -> dict[str, str]:
    return {name: value for name, value in facts.items() if value}


def _each(kind: str, html: str) -> Iterator[tuple[Mark, str]]:
    for block in blocks_of(html):
        yield Mark(kind), block


def blocks_of(html: str) -> list[str]:
    """The blocks of normalised HTML, one by one."""
    if html.startswith("<p") and html.find("</p>") == len(html) - 4:
        return [html]  # one paragraph, as most bodies are
    if not html:
        return []
    if html.startswith("<p") and _only_paragraphs(html):
        return [f"{one}</p>" for one in html.split("</p>")[:-1]]
    whole = body.parse_fragment(html)
    return [body.normalise(lxml_html.tostring(block, encoding="unicode")) for block in whole]


def _only_paragraphs(html: str) -> bool:
    """One right after the other, to the end."""
    ends, joints = html.count("</p>"), html.count("</p><p")
    return html.endswith("</p>") and joints == ends - 1 and not body.BOXES.search(html)
