"""附件 on the edition page: titles, files, new ones, removed ones."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from accounts.models import User
from bulletins.document.tree import DocumentAttachment
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.files import store_attachment
from bulletins.permissions import Refused

MOST = 50


def read_attachments(
    stand: tuple[DocumentAttachment, ...], data: Any, files: Any, *, by: User
) -> tuple[tuple[DocumentAttachment, ...], list[str]]:
    """The attachments as they should be, and a sentence for each file that was not taken.

    One that the page did not send stays as it is.
    """
    problems: list[str] = []
    kept = [
        _changed(one, data, files, by, problems)
        for one in stand
        if f"attachment-{one.key}-remove" not in data
    ]
    order = {key: at for at, key in enumerate(data.get("attachment-order", "").split())}
    kept.sort(key=lambda one: order.get(one.key, len(order)))
    return (*kept, *_new(files, by, problems)), problems


def _changed(
    one: DocumentAttachment, data: Any, files: Any, by: User, problems: list[str]
) -> DocumentAttachment:
    title = data.get(f"attachment-{one.key}-title", "").strip() or one.title
    file = files.get(f"attachment-{one.key}-file")
    address = (_stored(file, by, problems) if file else "") or one.address
    return replace(one, title=title, address=address)


def _new(files: Any, by: User, problems: list[str]) -> Iterator[DocumentAttachment]:
    for file in files.getlist("attachment-new")[:MOST]:
        if address := _stored(file, by, problems):
            yield DocumentAttachment(PurePath(file.name).stem, address)


def _stored(file: "UploadedFile[Any]", by: User, problems: list[str]) -> str:
    try:
        return FILE_PREFIX + store_attachment(file.read(), file.name or "", by=by).pk
    except Refused as refusal:
        problems.append(f"附件{_named(str(refusal), file.name or '')}")
        return ""


def _named(said: str, name: str) -> str:
    """Of several files, the sentence says which."""
    return said if name in said else f"“{name}”：{said}"
