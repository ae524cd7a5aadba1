"""查找: across everything a person may see."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bulletins.editing.asking import scope_in, who
from bulletins.editing.desk.searching import MOST, RECENT, search


@never_cache
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What is typed, and what was found for it, each with the place."""
    typed = request.GET.get("q", "")[:300]
    findings = search(who(request), scope_in(request), typed)
    context = {
        **admin.site.each_context(request),
        "title": "查找",
        "typed": typed.replace("\0", ""),
        "findings": findings,
        "most": MOST,
        "recent": RECENT,
    }
    return TemplateResponse(request, "editing/search.html", context)
