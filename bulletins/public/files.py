"""Pictures and attachments of what is public now; no file is public by itself."""

import re
from pathlib import PurePath

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from bulletins.files import open_file
from bulletins.models import Edition, StoredFile
from bulletins.public.gone import NotPublic

UNSAFE = re.compile(r'[\\/:*?"<>|]')  # not allowed in names of files on readers' machines
SHA256 = re.compile(r"([0-9a-f]{64})(?:\.[a-z0-9]{1,5})?\Z")


@require_safe
def article_file(request: HttpRequest, number: int, name: str) -> FileResponse:
    """A file that the live edition shows or offers, under a name that tells its type."""
    edition = Edition.objects.live().filter(article__number=number).only("pk").first()
    if edition is None:
        raise NotPublic(number)
    file = file_of(edition, name)
    return handed_over(file, called(edition, file))


def file_of(edition: Edition, name: str) -> StoredFile:
    """A file that the edition shows or offers, by its SHA-256. Raises Http404."""
    named = SHA256.match(name)
    if named is None:
        raise Http404
    shown = Q(uses__edition=edition) | Q(pk__in=edition.attachments.values("file"))
    return get_object_or_404(StoredFile.objects.filter(shown).distinct(), pk=named[1])


def called(edition: Edition, file: StoredFile) -> str:
    """The name under which it is saved: the attachment's title in this edition.

    A file is kept once, and its own name is that of whoever brought it first, for whatever text.
    """
    ending = PurePath(file.content.name or "").suffix
    title = edition.attachments.filter(file=file).values_list("title", flat=True).first()
    stem = UNSAFE.sub(" ", title or "").strip(" .") or file.pk[:8]
    return stem if stem.lower().endswith(ending) else f"{stem}{ending}"


def handed_over(file: StoredFile, name: str) -> FileResponse:
    """Pictures are shown, everything else is downloaded; nothing in it can act on our pages."""
    download = not file.is_picture
    response = FileResponse(
        open_file(file), as_attachment=download, filename=name, content_type=file.type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
