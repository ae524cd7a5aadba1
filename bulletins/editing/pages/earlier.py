"""旧稿: what stood in a draft before somebody changed it, and the way back."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from bulletins.editing.asking import edition_or_404


def earlier_page(request: HttpRequest, pk: int) -> HttpResponse:
    edition = edition_or_404(request, pk, whole=True)
    context = {**admin.site.each_context(request), "title": "旧稿", "edition": edition}
    return TemplateResponse(request, "editing/earlier.html", context)
