"""The document, put together from what was found at the top, at the end and in between."""

from collections.abc import Sequence
from dataclasses import replace

from bulletins.document.body import paragraph
from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.end.ending import Tail, closing_html
from bulletins.document.parsing.sections.parts import MadeParts
from bulletins.document.parsing.top.opening import Head
from bulletins.document.sanitise import proven
from bulletins.document.tree import Document, DocumentPart


def assembled(
    lines: Sequence[Line], head: Head, tail: Tail, made: MadeParts, regional: bool
) -> Document:
    """regional: parts of regions follow, so that what precedes them is the lead."""
    lead, parts = _lead_and_parts(_kept(lines, head, made), made.parts, regional)
    texts = head.known.texts
    return Document(
        title=head.title,
        subtitle=head.subtitle,
        published_date=head.known.published_date,
        published_time=head.known.published_time,
        written_date=head.known.written_date,
        source=head.known.publisher(),
        source_address=texts.get("source_address", ""),
        document_number=texts.get("document_number", ""),
        index_number=texts.get("index_number", ""),
        issuing_body=texts.get("issuing_body", ""),
        responsible_editor=texts.get("editor", ""),
        lead=lead,
        parts=tuple(parts),
        closing=closing_html(lines, tail),
        attachments=tuple(tail.attachments),
    )


def _kept(lines: Sequence[Line], head: Head, made: MadeParts) -> str:
    """Pictures in the title; words beside the metadata that are no known fact: kept on top, the
    words also pointed at.
    """
    html = "".join(lines[index].pictured for index in sorted(head.titled))
    for index, words in head.kept:
        html += paragraph(words)
        message = f"「{words[:30]}」未能归入标题、时间、来源等项，保留在正文开头，请核对"
        made.notices.append(Notice(lines[index].number, "head.unplaced", message))
    return html


def _lead_and_parts(
    kept: str, parts: Sequence[DocumentPart], regional: bool
) -> tuple[str, list[DocumentPart]]:
    first = replace(parts[0], intro=kept + parts[0].intro)
    others = list(parts[1:])
    if regional and not first.sections:
        return first.intro, others
    said = first.intro or first.sections or not others
    return "", [first, *others] if said else others


def proven_document(document: Document) -> Document:
    """Every body once more through the sanitiser, whatever way it came."""
    return replace(
        document,
        lead=proven(document.lead),
        closing=proven(document.closing),
        parts=tuple(_proven_part(part) for part in document.parts),
    )


def _proven_part(part: DocumentPart) -> DocumentPart:
    sections = tuple(replace(section, body=proven(section.body)) for section in part.sections)
    return replace(part, intro=proven(part.intro), sections=sections)
