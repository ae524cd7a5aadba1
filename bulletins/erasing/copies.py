"""Files: what came in, pictures and attachments, as far as no other article needs them."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Self

from django.db.models import Q

from bulletins.models import (
    Article,
    Attachment,
    FileUse,
    Import,
    PreviewUse,
    RemovedAttachment,
    SiteSettings,
    StoredFile,
    WorkingCopy,
)

NAMED = re.compile(r"file:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Copies:
    """files: SHA-256 of every file that the article ever showed or offered. imports: of its texts.

    drop() is called when no row of the article names them any more.
    """

    files: set[str] = field(default_factory=set)
    imports: list[Import] = field(default_factory=list)

    @classmethod
    def of(cls, article: Article) -> Self:
        imports = _imports(article)
        copies = WorkingCopy.objects.filter(edition__article=article)
        texts = [one.html for one in imports]
        texts += [json.dumps(fields) for fields in copies.values_list("fields", flat=True)]
        return cls(_files(article) | _named_in(texts), imports)

    def drop(self) -> list[str]:
        """Delete their rows; out come the places in the storage."""
        places = [one.original.name or "" for one in self.imports]
        Import.objects.filter(pk__in=[one.pk for one in self.imports]).delete()
        for file in StoredFile.objects.select_for_update().filter(pk__in=self.files):
            if _is_needed(file.pk):
                # It was first brought with this article, perhaps, and bears a name from there.
                ending = PurePath(file.content.name or "").suffix
                StoredFile.objects.filter(pk=file.pk).update(name=f"{file.pk[:8]}{ending}")
            else:
                places.append(file.content.name or "")
                file.delete()
        return sorted(filter(None, places))


def _files(article: Article) -> set[str]:
    mine = {"edition__article": article}
    found: set[str] = set(FileUse.objects.filter(**mine).values_list("file", flat=True))
    for model in (Attachment, RemovedAttachment):
        found |= set(model._default_manager.filter(**mine).values_list("file", flat=True))
    taken = PreviewUse.objects.filter(link__edition__article=article)
    return {one for one in found | set(taken.values_list("file", flat=True)) if one}


def _named_in(texts: Iterable[str]) -> set[str]:
    return {sha256 for text in texts for sha256 in NAMED.findall(text)}


def _is_needed(sha256: str) -> bool:
    """Whether another article, a text that is no article yet, or the site itself has it."""
    users = (FileUse, Attachment, RemovedAttachment, PreviewUse)
    return (
        any(model._default_manager.filter(file=sha256).exists() for model in users)
        or Import.objects.filter(html__contains=sha256).exists()
        or SiteSettings.objects.filter(Q(logo=sha256) | Q(mark=sha256)).exists()
        or WorkingCopy.objects.filter(fields__icontains=sha256).exists()
    )


def _imports(article: Article) -> list[Import]:
    """What became its drafts, and the same files where they became nothing."""
    mine = list(Import.objects.filter(edition__article=article))
    said = {content for one in mine if (content := _content(one))}
    sizes = set(map(len, said))
    waiting = Import.objects.filter(edition=None) if said else Import.objects.none()
    same = (one for one in waiting if _size(one) in sizes and _content(one) in said)
    return [*mine, *same]


def _size(one: Import) -> int:
    try:
        return int(one.original.size)
    except (OSError, ValueError):
        return 0


def _content(one: Import) -> bytes:
    try:
        with one.original.open("rb") as file:
            return bytes(file.read())
    except (OSError, ValueError):
        return b""
