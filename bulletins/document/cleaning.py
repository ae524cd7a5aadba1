"""A document from somewhere, made fit to be kept: bodies in the vocabulary, lines one line."""

from dataclasses import fields, replace
from typing import Any

from bulletins.document import plain
from bulletins.document.addresses import address
from bulletins.document.numbering import without_idle_values
from bulletins.document.sanitise import clean
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.document.vocabulary import FILE_PREFIX

TEXTS = ("lead", "closing")
ADDRESSES = ("source_address", "link_only_to")


def cleaned(document: Document) -> Document:
    """The document with every text sanitised, every line one line, every address harmless.

    What only differs in such things comes out equal; nothing that can be read is dropped.
    """
    texts: dict[str, Any] = {
        item.name: plain.squeeze(getattr(document, item.name))
        for item in fields(document)
        if item.type is str and item.name not in TEXTS + ADDRESSES
    }
    texts |= {name: clean(getattr(document, name)) for name in TEXTS}
    texts |= {name: address(getattr(document, name)) for name in ADDRESSES}
    return replace(
        document,
        **texts,
        parts=tuple(cleaned_part(part) for part in document.parts),
        attachments=tuple(_attachment(one) for one in document.attachments),
        tags=tuple(dict.fromkeys(filter(None, map(plain.squeeze, document.tags)))),
    )


def cleaned_part(part: DocumentPart) -> DocumentPart:
    """One part, in the same way; numbers are kept only where they depart from the count."""
    return replace(
        part,
        heading=plain.squeeze(part.heading),
        intro=clean(part.intro),
        sections=tuple(map(_section, without_idle_values(part.sections))),
    )


def _section(section: DocumentSection) -> DocumentSection:
    heading = None if section.heading is None else plain.squeeze(section.heading)
    return replace(section, heading=heading, body=clean(section.body))


def _attachment(attachment: DocumentAttachment) -> DocumentAttachment:
    ours = attachment.address.startswith(FILE_PREFIX)
    harmless = attachment.address if ours else address(attachment.address)
    return replace(attachment, title=plain.squeeze(attachment.title), address=harmless)
