"""查找: across everything a person may see."""

from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bulletins.editing.asking import number_in, scope_in
from bulletins.search.desk import find_seen


@never_cache
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What is typed, and what was found for it, each with the place."""
    typed = request.GET.get("q", "")[:300].replace("\0", "")
    page = number_in(request.GET.get("page", "")) or 1
    context = {
        **admin.site.each_context(request),
        "title": "查找",
        "typed": typed,
        "findings": find_seen(typed, scope_in(request), timezone.now(), page),
        "again": urlencode({"q": typed}),
    }
    return TemplateResponse(request, "editing/search.html", context)
