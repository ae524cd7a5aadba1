"""/compare/: which page answers what was asked, and the same as a file."""

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.public.comparing.asking import Asked, asked
from bulletins.public.comparing.bulletin import bulletin
from bulletins.public.comparing.exporting import sheet_of
from bulletins.public.comparing.kept import Busy
from bulletins.public.comparing.result import Result
from bulletins.public.comparing.start import start
from bulletins.public.comparing.within import one_year, two_years
from bulletins.public.failing import HEADERS
from bulletins.public.furniture import furniture
from bulletins.public.pages import page
from bulletins.spreadsheets import WRITERS


@require_safe
def compare_page(request: HttpRequest) -> HttpResponse:
    """Whatever the address says, there is an answer; of an article that is gone, 410."""
    found = asked(request.GET)
    try:
        result = _result(found)
    except Busy:
        return _busy(request)
    said = {**result.said, "asked": found, "exports": result.can_be_saved}
    response = page(request, f"public/compare/{result.kind}.html", furniture(), said)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def compare_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The same as a table; what cannot be compared leads to the page that says why."""
    found = asked(request.GET)
    try:
        result = _result(found)
    except Busy:
        return _busy(request)
    if not result.can_be_saved:
        return HttpResponseRedirect(f"/compare/?{found.query}")
    file = BytesIO()
    WRITERS[kind](sheet_of(result), file)
    file.seek(0)
    name = f"{result.name} {timezone.localdate():%Y-%m-%d}.{kind}"
    response = FileResponse(file, as_attachment=True, filename=name)
    response["X-Robots-Tag"] = "noindex"
    return response


def _busy(request: HttpRequest) -> HttpResponse:
    headers = {**HEADERS, "Retry-After": "5"}
    return page(request, "public/compare/busy.html", furniture(), {}, status=503, headers=headers)


def _result(found: Asked) -> Result:
    now = timezone.now()
    if found.article:
        return bulletin(found, now)
    if len(found.years) > 1 or found.year_twice:
        return two_years(found, now)
    return one_year(found, now) if found.years else start(found, now)
