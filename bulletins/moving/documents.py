"""From a line to a ``Document``, and back."""

import re
from collections.abc import Iterator, Mapping
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
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.moving.lines import BadLine, Line
from regions.names import Gazetteer

TAG = re.compile(r"<[a-zA-Z/!]")
FIELDS = (
    *("title", "subtitle", "list_title", "source", "source_address", "link_only_to"),
    *("document_number", "index_number", "issuing_body", "responsible_editor", "change_note"),
)


def document_from(line: Line, gazetteer: Gazetteer) -> Document:
    """What the line says, fit to be stored. Raises BadLine where a body cannot be read."""
    read = _read_body(line.texts["body"], gazetteer)
    said: dict[str, Any] = {name: line.texts[name] or getattr(read, name) for name in FIELDS}
    document = Document(
        **said,
        written_date=line.written or read.written_date,
        closes_at=line.closes_at,
        lead=html_of(line.texts["lead"]) + _untitled(read, line.texts["title"]) + read.lead,
        parts=(*read.parts, *(_part(one, gazetteer) for one in line.regions)),
        closing=read.closing + html_of(line.texts["closing"]),
        attachments=(*read.attachments, *_attachments(line)),
        tags=line.tags,
    )
    return with_keys(cleaned(document))


def html_of(text: str) -> str:
    """HTML as it is, text as one paragraph a line."""
    if TAG.search(text):
        return clean(text)
    return "".join(paragraph(line) for line in text.splitlines() if line.strip())


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
    name = str(said.get("name") or "").strip()
    code = str(said.get("code") or "") or (gazetteer.resolve(name).code if name else None)
    sections = said.get("sections") or []
    if not isinstance(sections, list) or not all(isinstance(one, dict) for one in sections):
        raise BadLine("regions 中的 sections 应是 [{…}, …]")
    part = DocumentPart(
        region=code or None,
        heading=str(said.get("heading", name) or ""),
        intro=html_of(str(said.get("intro") or "")),
        sections=tuple(_section(one) for one in sections),
        key=_key(said),
    )
    return settled(part)


def _section(said: Mapping[str, Any]) -> DocumentSection:
    """A number typed before the heading goes into the count."""
    level, number = said.get("level", 1), said.get("number")
    heading = said.get("heading")
    if level not in range(5):
        raise BadLine("小节的 level 应是 0 到 4")
    text = None if heading is None else str(heading)
    marker = read_marker(text) if text and level else None
    if text and marker and "number" not in said:
        level, number, text = marker.level, marker.number, text[marker.end :]
    return DocumentSection(
        level=level,
        heading=text or None,
        body=html_of(str(said.get("body") or "")),
        value=number if isinstance(number, int) and 0 < number < 10_000 else None,
        run_in=str(said.get("run_in") or "")[:1],
        key=_key(said),
    )


def _key(said: Mapping[str, Any]) -> str:
    key = str(said.get("key") or "")
    return key if is_key(key) else ""


def _attachments(line: Line) -> Iterator[DocumentAttachment]:
    for one in line.attachments:
        path = one.get("path", "")
        title = one.get("title") or path.replace("\\", "/").rpartition("/")[2]
        if title:
            yield DocumentAttachment(title, one.get("address", ""), _key(one))
