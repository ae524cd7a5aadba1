"""审核单: every decision on an edition, on one sheet of paper."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from bulletins.editing.asking import edition_or_404


def sheet_page(request: HttpRequest, pk: int) -> HttpResponse:
    edition = edition_or_404(request, pk, whole=True)
    context = {**admin.site.each_context(request), "title": "审核单", "edition": edition}
    return TemplateResponse(request, "editing/sheet.html", context)
