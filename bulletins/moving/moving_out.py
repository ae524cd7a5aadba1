"""The site moves out: every public article a line, with all that it takes to show it again."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from bulletins.document.numbering import numbers
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.document.wording import BEIJING
from bulletins.drafting import document_of
from bulletins.drafting.rows import pictures_of
from bulletins.files import open_file
from bulletins.models import Edition, StoredFile
from bulletins.moving.documents import FIELDS
from bulletins.moving.life import life_of
from bulletins.moving.taken_away import own_id

STEP = 200


def move_out(folder: Path | None = None) -> Iterator[str]:
    """Lines in the order of the articles' numbers, as ``move_in`` takes them.

    folder: where their files are laid, named by path in the lines; None leaves them out.
    """
    live = Edition.objects.live(timezone.now()).order_by("article__number").with_body()
    live = live.prefetch_related("article__placings__column", "article__redirects")
    last = 0
    while batch := list(live.filter(article__number__gt=last)[:STEP]):
        for edition in batch:
            yield json.dumps(_line(edition, folder), ensure_ascii=False)
        last = batch[-1].article.number or 0


def _line(edition: Edition, folder: Path | None) -> dict[str, Any]:
    document, article = document_of(edition), edition.article
    said: dict[str, Any] = {
        "id": article.import_id or own_id(article.number),
        "number": article.number,
        "slug": article.slug,
        "column": edition.column.slug,
        "published": _moment(article.first_published_at),
        "written": document.written_date.isoformat() if document.written_date else None,
        "closes_at": _moment(document.closes_at),
        **{name: getattr(document, name) for name in FIELDS},
        "lead": document.lead,
        "regions": [_part(part) for part in document.parts],
        "closing": document.closing,
        "tags": list(document.tags),
        "attachments": list(_attachments(document, folder)),
        "pictures": _pictures(document, folder),
        "old_address": next((one.path for one in article.redirects.all()), None),
        **life_of(article),
    }
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(BEIJING).isoformat() if moment else None


def _part(part: DocumentPart) -> dict[str, Any]:
    pairs = zip(part.sections, numbers(part.sections), strict=True)
    said = {
        "name": part.heading,
        "code": part.region,
        "intro": part.intro,
        "sections": [_section(section, number) for section, number in pairs],
        "key": part.key,
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _section(section: DocumentSection, number: int) -> dict[str, Any]:
    said = {
        "level": section.level,
        "number": number or None,
        "body": section.body,
        "run_in": section.run_in,
        "key": section.key,
    }
    kept = {name: value for name, value in said.items() if value not in (None, "")}
    return {"heading": section.heading, "number": None} | kept


def _attachments(document: Document, folder: Path | None) -> Iterator[dict[str, str]]:
    for one in document.attachments:
        said = {"title": one.title, "key": one.key}
        if not one.address.startswith(FILE_PREFIX):
            yield said | ({"address": one.address} if one.address else {})
        elif folder:
            yield said | {"path": _laid(one.address.removeprefix(FILE_PREFIX), folder)}


def _pictures(document: Document, folder: Path | None) -> dict[str, str]:
    return {key: _laid(key, folder) for key in sorted(pictures_of(document))} if folder else {}


def _laid(sha256: str, folder: Path) -> str:
    """Copy a file there once; its path below the folder's parent."""
    file = StoredFile.objects.get(pk=sha256)
    place = folder / f"{sha256}{Path(file.content.name or '').suffix}"
    if not place.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with open_file(file) as source, place.open("wb") as target:
            shutil.copyfileobj(source, target)
    return f"{folder.name}/{place.name}"
