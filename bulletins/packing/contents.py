"""What goes into the package of an article: its public edition, and nothing that changes with time.

So an edition has the same bytes whenever and wherever it is packed.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bulletins.document.wording import iso as told
from bulletins.drafting import document_of, region_names_of
from bulletins.models import Attachment, Edition, StoredFile
from bulletins.packing.names import attachment_paths, picture_path
from bulletins.packing.page import page_of, sheet_page_of
from bulletins.packing.pieces import Piece
from bulletins.packing.reviews import reviews_of
from bulletins.permissions import Refused
from bulletins.public.gone import NotPublic
from bulletins.public.live import live_row
from bulletins.public.past import past_of
from bulletins.public.paths import article_address
from bulletins.public.record import record_of

SUMS = "SHA256SUMS"


def contents_of(number: int) -> tuple[Edition, list[Piece]]:
    """The edition that readers see, and the pieces of its package in their order.

    Raises Refused with a sentence for what is not public, or not reviewed to the end.
    """
    edition = _live(number)
    attachments = list(edition.attachments.select_related("file"))
    paths = attachment_paths(attachments)
    pieces = list(_pieces(edition, attachments, paths))
    sums = "".join(f"{one.digest()}  {one.path}\n" for one in pieces)
    return edition, [*pieces, Piece(SUMS, sums.encode())]


def _live(number: int) -> Edition:
    try:
        found = live_row(number)
    except NotPublic:
        raise Refused(
            f"第 {number} 号稿件没有公开：只有正在公开的（包括已归档的）才能打包"
        ) from None
    # Its record tells of earlier editions, too, and would be another one after their review.
    begun = found.article.editions.begun().order_by("number")
    for one in begun:
        if one.awaits_late_review:
            urgent = f"第 {number} 号第 {one.number} 版经紧急签发，还没有补审"
            raise Refused(f"{urgent}：请补审之后再打包")
    return Edition.objects.with_body().get(pk=found.pk)


def _pieces(
    edition: Edition, attachments: list[Attachment], paths: Mapping[int, str]
) -> Iterator[Piece]:
    pictures = StoredFile.objects.filter(uses__edition=edition).order_by("pk")
    shown = {one.pk: picture_path(one) for one in pictures}
    reviews, record = reviews_of(edition), record_of(edition, past_of(edition))
    yield Piece("index.html", page_of(edition, attachments, paths, shown))
    yield Piece("review.html", sheet_page_of(edition, reviews))
    yield _json("metadata.json", _metadata(edition, attachments, paths))
    yield _json("review.json", reviews)
    yield _json("record.json", record)
    yield from (Piece(shown[one.pk], file=one) for one in pictures)
    yield from (Piece(paths[one.pk], file=one.file) for one in attachments if one.file)


def _json(path: str, said: Any) -> Piece:
    return Piece(path, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def _metadata(
    edition: Edition, attachments: list[Attachment], paths: Mapping[int, str]
) -> dict[str, Any]:
    document, article, names = document_of(edition), edition.article, region_names_of(edition)
    return {
        "format": "lantai-package-1",
        "address": article_address(article.number),
        "number": article.number,
        "edition": edition.number,
        "title": document.title,
        "subtitle": document.subtitle,
        "column": document.column,
        "regions": [{"code": code, "name": name} for code, name in names.items()],
        "tags": list(document.tags),
        "source": document.source,
        "source_address": document.source_address,
        "issuing_body": document.issuing_body,
        "document_number": document.document_number,
        "index_number": document.index_number,
        "written_date": document.written_date.isoformat() if document.written_date else "",
        "responsible_editor": document.responsible_editor,
        "closes_at": told(document.closes_at),
        "first_published_at": told(article.first_published_at),
        "live_from": told(edition.live_from),
        "change_kind": edition.change_kind,
        "change_note": edition.change_note,
        "digest": edition.digest,
        "attachments": [_attachment(one, paths) for one in attachments],
        "earlier_editions": _earlier(edition),
    }


def _attachment(one: Attachment, paths: Mapping[int, str]) -> dict[str, str]:
    return {
        "title": one.title,
        "path": paths.get(one.pk, ""),
        "sha256": one.file_id or "",
        "address": one.address,
    }


def _earlier(edition: Edition) -> list[dict[str, Any]]:
    """The digests of what readers had before; what it said is in the public record, or closed."""
    before = Edition.objects.begun().filter(
        article=edition.article_id, live_from__lt=edition.live_from
    )
    return [
        {"edition": one.number, "live_from": told(one.live_from), "digest": one.digest}
        for one in before.order_by("live_from")
    ]
