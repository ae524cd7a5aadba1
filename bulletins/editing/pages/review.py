"""The review page: the printed form of what is approved, its digest, and the decision below it."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from bulletins.drafting import document_of, region_names_of
from bulletins.editing.asking import edition_or_404


def review_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the whole edition as it is printed."""
    edition = edition_or_404(request, pk, whole=True)
    context = {
        **admin.site.each_context(request),
        "title": str(edition),
        "edition": edition,
        "document": document_of(edition),
        "region_names": region_names_of(edition),
    }
    return TemplateResponse(request, "editing/review.html", context)
