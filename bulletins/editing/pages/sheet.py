"""审核单: every decision on an edition, on one sheet of paper."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bulletins.editing.asking import edition_or_404
from bulletins.editing.sheet import sheet_of


@never_cache
@require_safe
def sheet_page(request: HttpRequest, pk: int) -> HttpResponse:
    """For whoever may read the whole edition."""
    edition = edition_or_404(request, pk, whole=True)
    context = {
        **admin.site.each_context(request),
        "title": "审核单",
        "edition": edition,
        "sheet": sheet_of(edition),
        "now": timezone.now(),
    }
    return TemplateResponse(request, "editing/sheet.html", context)
