"""From a line to a ``Document``, and back."""

import re
from collections.abc import Mapping
from typing import Any

from bulletins.document.body import paragraph
from bulletins.document.cleaning import cleaned
from bulletins.document.corrections import settled
from bulletins.document.html import read_html
from bulletins.document.keys import is_key, with_keys
from bulletins.document.markers import read_marker
from bulletins.document.notices import Unreadable
from bulletins.document.parse import parse
from bulletins.document.plain import bare
from bulletins.document.sanitise import clean
from bulletins.document.text.reading import read_text
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.moving.fields import HIGHEST, BadLine, objects, text, whole
from bulletins.moving.lines import Line
from regions.names import Gazetteer

TAG = re.compile(r"<[a-zA-Z/!]")
FIELDS = (
    *("title", "subtitle", "list_title", "source", "source_address", "link_only_to"),
    *("document_number", "index_number", "issuing_body", "responsible_editor", "change_note"),
)


def document_from(line: Line, gazetteer: Gazetteer) -> Document:
    """What the line says, without its attachments. Raises BadLine where it cannot be read."""
    read = _read_body(line.texts["body"], gazetteer)
    said: dict[str, Any] = {name: line.texts[name] or getattr(read, name) for name in FIELDS}
    return Document(
        **said,
        written_date=line.written or read.written_date,
        closes_at=line.closes_at,
        lead=html_of(line.texts["lead"]) + _untitled(read, line.texts["title"]) + read.lead,
        parts=(*read.parts, *(_part(one, gazetteer) for one in line.regions)),
        closing=read.closing + html_of(line.texts["closing"]),
        attachments=read.attachments,
        tags=line.tags,
    )


def fit(document: Document) -> Document:
    """The document as it is stored: cleaned, with a key to everything."""
    return with_keys(cleaned(document))


def html_of(words: str) -> str:
    """HTML as it is, text as one paragraph a line."""
    if TAG.search(words):
        return clean(words)
    return "".join(paragraph(line) for line in words.splitlines() if line.strip())


def _read_body(body: str, gazetteer: Gazetteer) -> Document:
    """A whole body in one text: its regions and sections are found as in any paste."""
    if not body.strip():
        return Document()
    try:
        source = read_html(body) if TAG.search(body) else read_text(body)
    except Unreadable as problem:
        raise BadLine(f"body：{problem}") from None
    return parse(source, gazetteer).document


def _untitled(read: Document, title: str) -> str:
    """A first line that was taken for a title and is not the line's title is text."""
    return "" if bare(read.title) in ("", bare(title)) else paragraph(read.title)


def _part(said: Mapping[str, Any], gazetteer: Gazetteer) -> DocumentPart:
    name = text(said, "name").strip()
    code = text(said, "code") or (gazetteer.resolve(name).code if name else None)
    part = DocumentPart(
        region=code or None,
        heading=text(said, "heading") if "heading" in said else name,
        intro=html_of(text(said, "intro")),
        sections=tuple(map(_section, objects(said, "sections"))),
        key=key_of(said),
    )
    return settled(part)


def _section(said: Mapping[str, Any]) -> DocumentSection:
    """A number typed before the heading goes into the count."""
    level, number = whole(said, "level", 0, 4), whole(said, "number", 1, HIGHEST)
    heading = text(said, "heading")
    marker = read_marker(heading) if heading and level != 0 else None
    if marker and "number" not in said and marker.number <= HIGHEST:
        level, number, heading = marker.level, marker.number, heading[marker.end :]
    return DocumentSection(
        level=1 if level is None else level,
        heading=heading or None,
        body=html_of(text(said, "body")),
        value=number,
        run_in=text(said, "run_in")[:1],
        key=key_of(said),
    )


def key_of(said: Mapping[str, Any]) -> str:
    """Its key, where it has a sound one."""
    key = text(said, "key")
    return key if is_key(key) else ""
