"""Handing over a stored file to somebody who may see a text it belongs to."""

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_GET

from bulletins.editing.asking import scope_in, who
from bulletins.files import open_file
from bulletins.models import Edition, StoredFile
from bulletins.permissions import visible
from bulletins.permissions.visibility import sees_part, sees_whole


@require_GET
def stored_file(request: HttpRequest, sha256: str) -> FileResponse:
    """Pictures are shown, everything else is downloaded; nothing in it can act on our pages."""
    file = StoredFile.objects.filter(pk=sha256).first()
    if file is None or not _may_see(request, file):
        raise Http404
    response = FileResponse(
        open_file(file),
        as_attachment=not file.is_picture,
        filename=file.name,
        content_type=file.type,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, max-age=300"
    return response


def _may_see(request: HttpRequest, file: StoredFile) -> bool:
    if file.uploaded_by_id == who(request).pk:
        return True
    shown = Q(file_uses__file=file) | Q(attachments__file=file)
    editions = visible(who(request), scope_in(request)).with_body().filter(shown).distinct()
    return any(_shows(request, edition, file) for edition in editions)


def _shows(request: HttpRequest, edition: Edition, file: StoredFile) -> bool:
    """The whole of it, or a part that shows the picture."""
    scope = scope_in(request)
    if sees_whole(scope, edition):
        return True
    name = f"file:{file.pk}"
    return any(
        name in part.intro or any(name in section.body for section in part.sections.all())
        for part in edition.parts.all()
        if sees_part(scope, edition, part)
    )
