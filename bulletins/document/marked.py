"""Blocks that say what they are, from our own HTML or .docx, back into the document they came from.

A block without a mark is what somebody typed into our file since: it becomes text of the place
where it stands. A mark that makes no sense counts as none; nothing is dropped.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from html import escape
from typing import Any

from bulletins.document import body
from bulletins.document.blocks import Block
from bulletins.document.keys import is_key
from bulletins.document.marks import LINES
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection

PLACES = {"part": "intro", "section": "body", "clause": "body", "attachment": "closing"}
TEXTS = ("lead", "intro", "body", "closing")
REGION = re.compile(r"[0-9A-Za-z]{1,12}\Z")
OPENING = re.compile(r"<p[^>]*>")


def document_of(blocks: Sequence[Block]) -> Document:
    """The document that marked blocks describe (see ``marks``)."""
    builder = _Builder()
    for block in blocks:
        builder.take(block)
    return builder.document()


class _Builder:
    """Takes blocks in reading order; knows the place where text without a mark belongs."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.html: dict[str, list[str]] = {"lead": [], "closing": []}
        self.parts: list[_Part] = []
        self.place = "lead"

    def take(self, block: Block) -> None:
        kind = block.mark.kind if block.mark else ""
        if kind in TEXTS:
            self.place = "body" if kind == "lead" and self.parts else kind  # moved down by hand
        elif self._said(kind, block):
            self.place = PLACES.get(kind, self.place)
            return
        self._write(_html(block))

    def document(self) -> Document:
        return Document(
            **self.fields,
            lead="".join(self.html["lead"]),
            closing="".join(self.html["closing"]),
            parts=tuple(part.made() for part in self.parts),
        )

    def _said(self, kind: str, block: Block) -> bool:
        """Whether the block was a field, an attachment, or the beginning of a part or section."""
        if kind == "part":
            self.parts.append(_Part(_part(block)))
        elif kind in ("section", "clause"):
            return self._section(kind, block)
        elif kind in MOMENTS:
            return self._moment(kind, block)
        elif kind in LINES and _text(block):
            self.fields[kind] = " ".join(filter(None, [self.fields.get(kind), _text(block)]))
        elif kind in LISTS and _text(block):
            self.fields[LISTS[kind]] = (*self.fields.get(LISTS[kind], ()), LIST_ITEM[kind](block))
        else:
            return False
        return True

    def _section(self, kind: str, block: Block) -> bool:
        if kind == "section" and not _text(block):
            return False  # its heading was deleted: the body goes on with what stands before
        self._current_part().sections.append((_section(block), []))
        return True

    def _moment(self, kind: str, block: Block) -> bool:
        try:
            found = MOMENTS[kind](_facts(block).get("value", block.text.strip()))
        except ValueError:
            return False
        self.fields = found | self.fields  # the first one counts
        return True

    def _write(self, html: str) -> None:
        if self.place in self.html:
            self.html[self.place].append(html)
        elif html:
            self._current_part().write(html)

    def _current_part(self) -> "_Part":
        if not self.parts:
            self.parts.append(_Part(DocumentPart()))
        return self.parts[-1]


class _Part:
    """A part in the making: its own words, the blocks of its intro, its sections and theirs."""

    def __init__(self, part: DocumentPart) -> None:
        self.part = part
        self.intro: list[str] = []
        self.sections: list[tuple[DocumentSection, list[str]]] = []

    def write(self, html: str) -> None:
        (self.sections[-1][1] if self.sections else self.intro).append(html)

    def made(self) -> DocumentPart:
        sections = (_with_body(section, "".join(html)) for section, html in self.sections)
        return replace(self.part, intro="".join(self.intro), sections=tuple(sections))


def _with_body(section: DocumentSection, html: str) -> DocumentSection:
    """A heading runs into a paragraph; into a table or nothing it cannot."""
    run_in = section.run_in if html.startswith("<p") else ""
    return replace(section, body=html, run_in=run_in)


def _part(block: Block) -> DocumentPart:
    region = _facts(block).get("region", "")
    code = region if REGION.match(region) else None
    return DocumentPart(region=code, heading=_text(block), key=_key(block))


def _section(block: Block) -> DocumentSection:
    facts = _facts(block)
    return DocumentSection(
        level=_number(facts.get("level", ""), 4) or 0,
        heading=_text(block) if block.mark and block.mark.kind == "section" else None,
        value=_number(facts.get("number", ""), 9999),
        run_in=facts.get("run_in", "")[:1],
        key=_key(block),
    )


def _number(text: str, most: int) -> int | None:
    known = text.isascii() and text.isdigit() and len(text) <= 4
    return int(text) if known and int(text) <= most else None


def _attachment(block: Block) -> DocumentAttachment:
    return DocumentAttachment(_text(block), _facts(block).get("address", ""), _key(block))


def _text(block: Block) -> str:
    """The exact value where it was noted, else the printed line."""
    return _facts(block).get("value") or " ".join(block.text.split("\n")).strip()


def _key(block: Block) -> str:
    key = _facts(block).get("key", "")
    return key if is_key(key) else ""


def _facts(block: Block) -> dict[str, str]:
    return dict(block.mark.facts) if block.mark else {}


def _html(block: Block) -> str:
    """The block as body text; an automatic number would be lost with its list: it is spelt out."""
    html = block.html or body.paragraph(block.text)
    found = OPENING.match(html)
    if not block.label:
        return html
    if not found:
        return body.paragraph(block.label) + html
    return found[0] + escape(block.label, quote=False) + html[found.end() :]


def _published(value: str) -> dict[str, Any]:
    day, _, at = value.partition("T")
    found: dict[str, Any] = {}
    if day or not at:
        found["published_date"] = date.fromisoformat(day)
    if at:
        found["published_time"] = time.fromisoformat(at)
    return found


def _written(value: str) -> dict[str, Any]:
    return {"written_date": date.fromisoformat(value)}


def _closes(value: str) -> dict[str, Any]:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("A deadline is a moment only with its time zone.")
    return {"closes_at": moment}


MOMENTS = {"published": _published, "written_date": _written, "closes_at": _closes}
LISTS = {"tag": "tags", "attachment": "attachments"}
LIST_ITEM: dict[str, Any] = {"tag": _text, "attachment": _attachment}
