"""Which forms there are, and how each is written."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bulletins.document.data import data_of
from bulletins.document.docx import write_docx
from bulletins.document.text.taken import write_file
from bulletins.public.forms.pdf import pdf_of
from bulletins.public.forms.taking import Taken

FORMAT = "lantai-article-1"
GENERATION = "2"  # of all writers: another number makes every kept copy a stale one
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Form:
    """name: as readers are told it. write: is given a tag of all that the bytes depend on, too."""

    name: str
    type: str
    write: Callable[[Taken, str], bytes]


def _text(taken: Taken, tag: str) -> bytes:
    return write_file(taken.document, taken.names, taken.colophon)


def _word(taken: Taken, tag: str) -> bytes:
    return write_docx(
        taken.document,
        taken.pictures(),
        end=taken.colophon,
        made_at=taken.edition.live_from,
    )


def _pdf(taken: Taken, tag: str) -> bytes:
    return pdf_of(taken.edition.pk, tag, lambda: taken)


def _data(taken: Taken, tag: str) -> bytes:
    return (json.dumps(told(taken), ensure_ascii=False, indent=1) + "\n").encode()


def told(taken: Taken) -> dict[str, Any]:
    """As ``docs/forms.md`` describes it."""
    edition, article = taken.edition, taken.edition.article
    return {
        "format": FORMAT,
        "number": article.number,
        "address": taken.colophon.address,
        "edition": edition.number,
        "first_published_at": _moment(article.first_published_at),
        "live_from": _moment(edition.live_from),
        "change_kind": edition.change_kind,
        "change_note": edition.change_note,
        "closes_at": _moment(edition.closes_at),
        **data_of(taken.document, taken.names, taken.address_of),
        "attachments": _attachments(taken),
        "digest": edition.digest,
    }


def _attachments(taken: Taken) -> list[dict[str, Any]]:
    """Of one that is elsewhere, or was only named, there is no SHA-256, type or size here."""
    rows = taken.edition.attachments.all()
    return [
        {
            "title": row.title,
            "address": place or None,
            "sha256": row.file_id,
            "type": row.file.type if row.file else None,
            "size": row.file.size if row.file else None,
        }
        for row, (_, place) in zip(rows, taken.colophon.files, strict=True)
    ]


def _moment(at: datetime | None) -> str | None:
    """2021-03-15T01:13:00Z"""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if at else None


FORMS: Mapping[str, Form] = {
    "docx": Form("Word 文档", WORD, _word),
    "pdf": Form("PDF", "application/pdf", _pdf),
    "txt": Form("纯文本", "text/plain; charset=utf-8", _text),
    "json": Form("数据（JSON）", "application/json", _data),
}
