"""Pictures and attachments of what is public now; no file is public by itself."""

import re

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from bulletins.files import open_file
from bulletins.models import Edition, StoredFile
from bulletins.public.articles import live_edition

SHA256 = re.compile(r"([0-9a-f]{64})(?:\.[a-z0-9]{1,5})?\Z")


@require_safe
def article_file(request: HttpRequest, number: int, name: str) -> FileResponse:
    """A file that the live edition shows or offers, under a name that tells its type."""
    named = SHA256.match(name)
    edition = live_edition(number, Edition.objects.defer("rendered", "lead", "closing"))
    if named is None:
        raise Http404
    shown = Q(uses__edition=edition) | Q(pk__in=edition.attachments.values("file"))
    file = StoredFile.objects.filter(shown, pk=named[1]).first()
    if file is None:
        raise Http404
    download = not file.is_picture
    response = FileResponse(
        open_file(file), as_attachment=download, filename=file.name, content_type=file.type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
