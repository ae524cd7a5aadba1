"""What a reader sees when there is nothing to show: why, where to look instead, whom to ask."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from bulletins.public.furniture import furniture, last_known
from bulletins.public.pages import page

# Nobody keeps it: what is missing may be there in a moment (a scheduled release, a mended fault).
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, noarchive"}
DESK = "/admin/"


def refused_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: bare, for a request that cannot be trusted."""
    return HttpResponse(render_to_string("400.html"), status=400, headers=HEADERS)


def missing_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; the same to the letter for what never was, what is not yet and what nobody may know."""
    return _said(request, "404.html", 404)


def forbidden_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _said(request, "403.html", 403)


def unproven_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token that proves where it came from."""
    return _said(request, "403_csrf.html", 403)


def failed_page(request: HttpRequest) -> HttpResponse:
    """500."""
    return alone(request, "500.html", 500)


def alone(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Without the database: the site's words as this process read them last, if it ever did."""
    known = last_known()
    said = {"furniture": known, "site": known.site, "path": _told(request)}
    return HttpResponse(render_to_string(template, said), status=status, headers=HEADERS)


def _said(request: HttpRequest, template: str, status: int) -> HttpResponse:
    said = {"is_desk": request.path.startswith(DESK), "path": _told(request)}
    return page(request, template, furniture(), said, status=status, headers=HEADERS)


def _told(request: HttpRequest) -> str:
    """The address that a report about this page names; of the desk's pages nothing is told."""
    return "" if request.path.startswith(DESK) else request.path
