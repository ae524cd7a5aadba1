"""From a script to a ``Document``, understood like any paste."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from accounts.models import User
from bulletins.demo import moments
from bulletins.demo.files import file_of, place_of
from bulletins.demo.markup import html_of
from bulletins.demo.people import BY_ROLE
from bulletins.demo.scripts import Script
from bulletins.document.html import read_html
from bulletins.document.parse import Reading, parse
from bulletins.document.tree import Document, DocumentAttachment
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.files import store_attachment
from bulletins.importing.pictures import with_stored_pictures
from bulletins.models import Role
from regions.names import Gazetteer

FIELDS = {
    "副标题": "subtitle",
    "列表标题": "list_title",
    "来源": "source",
    "来源链接": "source_address",
    "文号": "document_number",
    "索引号": "index_number",
    "发文机关": "issuing_body",
}
EDITOR = BY_ROLE[Role.EDITOR].display_name


def reading_of(script: Script, since: date, gazetteer: Gazetteer) -> Reading:
    """What Lantai understands of the text, its days counted from since."""
    return parse(read_html(html_of(moments.spoken(script.text, since))), gazetteer)


def document_of(script: Script, since: date, gazetteer: Gazetteer, *, by: User) -> Document:
    """The whole, its pictures and attachments stored."""
    reading = reading_of(script, since, gazetteer)
    document, _ = with_stored_pictures(reading.document, reading.files, by=by)
    deadline = script.said("截止")
    return replace(
        document,
        **_said(script, since),
        responsible_editor=EDITOR,
        closes_at=moments.ahead(deadline, since) if deadline else None,
        tags=tuple(script.several("标签")),
        attachments=tuple(_attachments(document, since, gazetteer, by)),
    )


def _said(script: Script, since: date) -> dict[str, Any]:
    said = {field: script.said(name) for name, field in FIELDS.items()}
    return {field: moments.spoken(words, since) for field, words in said.items() if words}


def _attachments(
    document: Document, since: date, gazetteer: Gazetteer, by: User
) -> Iterator[DocumentAttachment]:
    """Each with the file of its name."""
    for one in document.attachments:
        place = place_of(one.title)
        text = moments.spoken(place.read_text(encoding="utf-8"), since)
        data, name = file_of(place, text, gazetteer)
        yield replace(one, address=FILE_PREFIX + store_attachment(data, name, by=by).pk)
