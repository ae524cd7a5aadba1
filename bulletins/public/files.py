"""Pictures and attachments of what can be read now; no file is public by itself."""

import re
from collections.abc import Collection
from pathlib import PurePath

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from bulletins.files import open_file
from bulletins.models import Attachment, Edition, StoredFile
from bulletins.public.gone import Withheld
from bulletins.public.live import live_row
from bulletins.public.past import Past, past_of
from bulletins.public.sight import sight_of

UNSAFE = re.compile(r'[\\/:*?"<>|]')  # not allowed in names of files on readers' machines
SHA256 = re.compile(r"([0-9a-f]{64})(?:\.[a-z0-9]{1,5})?\Z")


@require_safe
def article_file(request: HttpRequest, number: int, name: str) -> FileResponse:
    """A file of what is public, of an earlier text that can be read, or of what staff look at."""
    sight = sight_of(request)
    then = sight.edition(number)
    readable, past = readable_at(then or live_row(number), then)
    file = holding(readable, name)
    if file is None:
        raise missing(number, past, name)
    response = handed_over(file, called(readable, file))
    sight.discreet(response)
    return response


def readable_at(live: Edition, then: Edition | None) -> tuple[list[int], Past]:
    """The editions whose files can be had: of what is public, or of what staff look at."""
    if then:
        return [then.pk], Past([], [])
    past = past_of(live)
    return past.readable, past


def missing(number: int, past: Past, name: str) -> Http404:
    """Withheld for a file that only closed editions hold."""
    if past.barrier and holding([one.pk for one in past.editions], name):
        return Withheld(number, past.barrier)
    return Http404()


def file_of(editions: Collection[int], name: str) -> StoredFile:
    """A file that one of the editions shows or offers, by its SHA-256. Raises Http404."""
    file = holding(editions, name)
    if file is None:
        raise Http404
    return file


def holding(editions: Collection[int], name: str) -> StoredFile | None:
    """The same, or None."""
    named = SHA256.match(name)
    if named is None:
        return None
    attached = Attachment.objects.filter(edition__in=editions).values("file")
    shown = Q(uses__edition__in=editions) | Q(pk__in=attached)
    return StoredFile.objects.filter(shown, pk=named[1]).distinct().first()


def called(editions: Collection[int], file: StoredFile) -> str:
    """The name under which it is saved: the attachment's title in the last of these editions.

    A file is kept once, and its own name is that of whoever brought it first, for whatever text.
    """
    ending = PurePath(file.content.name or "").suffix
    named = Attachment.objects.filter(edition__in=editions, file=file)
    title = named.order_by("-edition__live_from", "position").values_list("title", flat=True)
    stem = UNSAFE.sub(" ", title.first() or "").strip(" .") or file.pk[:8]
    return stem if stem.lower().endswith(ending) else f"{stem}{ending}"


def handed_over(file: StoredFile, name: str) -> FileResponse:
    """Pictures are shown, everything else is downloaded; nothing in it can act on our pages."""
    download = not file.is_picture
    response = FileResponse(
        open_file(file), as_attachment=download, filename=name, content_type=file.type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
