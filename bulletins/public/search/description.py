"""What a browser asks to offer this site's search in its own box (OpenSearch 1.1)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bulletins.public.furniture import furniture

KIND = "application/opensearchdescription+xml"


@require_safe
def description_file(request: HttpRequest) -> HttpResponse:
    """Whole addresses, by the name that the site has, whatever the request called it."""
    around = furniture()
    said = {"furniture": around, "site": around.site}
    return render(request, "public/search/opensearch.xml", said, content_type=KIND)
