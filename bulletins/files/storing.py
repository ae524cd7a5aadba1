"""Bytes to a StoredFile: named by their SHA-256, kept once however often they come."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, cast

from django.core.files.base import ContentFile
from django.db import transaction

from accounts.locks import one_at_a_time
from accounts.models import User
from bulletins.document.plain import squeeze
from bulletins.models import StoredFile


@dataclass(frozen=True, slots=True)
class Checked:
    """What may be kept. ending: of its name, with a dot. width and height: of a picture, pixels."""

    data: bytes
    type: str
    ending: str
    width: int | None = None
    height: int | None = None


@transaction.atomic
def store(checked: Checked, name: str, *, by: User) -> StoredFile:
    """The row for these bytes; the first one to bring them is remembered."""
    sha256 = hashlib.sha256(checked.data).hexdigest()
    place = f"files/{sha256[:2]}/{sha256}{checked.ending}"
    one_at_a_time(lock_of(place))  # an erasing may be about to take the same file away
    known = StoredFile.objects.filter(pk=sha256).first()
    if known:
        return known
    file = StoredFile(
        sha256=sha256,
        name=squeeze(name)[:200] or f"{sha256[:8]}{checked.ending}",
        type=checked.type,
        size=len(checked.data),
        width=checked.width,
        height=checked.height,
        uploaded_by=by,
    )
    _keep(file, place, checked.data)
    return StoredFile.objects.get_or_create(pk=sha256, defaults=_facts(file))[0]


def lock_of(place: str) -> str:
    """What is held while a file is put there, or taken away."""
    return f"file:{place}"


def open_file(file: StoredFile) -> BinaryIO:
    """The bytes, to be read."""
    return cast(BinaryIO, file.content.open("rb"))


def _keep(file: StoredFile, place: str, data: bytes) -> None:
    """Where the same bytes lie already (from a transaction that failed), they are taken."""
    storage = file.content.storage
    file.content.name = place if storage.exists(place) else storage.save(place, ContentFile(data))


def _facts(file: StoredFile) -> dict[str, object]:
    names = [field.attname for field in StoredFile._meta.concrete_fields if not field.primary_key]
    return {name: getattr(file, name) for name in names}
