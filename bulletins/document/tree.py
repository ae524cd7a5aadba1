"""A bulletin as data: document → parts (one region's share each) → numbered sections."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """One section; its number is computed (see ``numbering``), never stored in the text.

    level: 1–4 for 一、 (一) 1. (1); 0 for an unnumbered heading (第一章, a subtitle).
    heading: plain text without its number; None makes the section a clause (a numbered paragraph).
    body: HTML in the document vocabulary (see ``vocabulary``), "" where there is none.
    value: the author's number, kept only where it departs from the count, as in HTML's ``<li
        value>``.
    run_in: the mark (。 ： or a space) that joins heading and body in one paragraph; "" = own line.
    key: stable identity, unique in the edition; "" until it is stored.
    """

    level: int
    heading: str | None
    body: str = ""
    value: int | None = None
    run_in: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """One region's share, or an embedded document or the whole of a plain notice (region None).

    region: GB/T 2260 code. heading: as written ("天 津"), "" where none. intro: HTML.
    """

    region: str | None = None
    heading: str = ""
    intro: str = ""
    sections: tuple[DocumentSection, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class DocumentAttachment:
    """A file that goes with the text: its title, and its address as found or ``file:<sha256>``."""

    title: str
    address: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a bulletin says. Dates and times are Beijing time, as printed; text is Unicode.

    lead and closing (落款: signature and date) are HTML in the document vocabulary.
    list_title: what lists print instead of the title. link_only_to: the address that a reader is
        sent to instead of a text.
    closes_at is aware; deadlines are compared in UTC.
    """

    title: str = ""
    subtitle: str = ""
    list_title: str = ""
    published_date: date | None = None
    published_time: time | None = None
    written_date: date | None = None
    source: str = ""
    source_address: str = ""
    link_only_to: str = ""
    document_number: str = ""
    index_number: str = ""
    issuing_body: str = ""
    responsible_editor: str = ""
    column: str = ""
    lead: str = ""
    parts: tuple[DocumentPart, ...] = ()
    closing: str = ""
    attachments: tuple[DocumentAttachment, ...] = ()
    tags: tuple[str, ...] = ()
    closes_at: datetime | None = None
    change_note: str = ""
