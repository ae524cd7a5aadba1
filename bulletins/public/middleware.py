"""What holds for every answer: HEAD has no body, old addresses lead on, 410 says why."""

from collections.abc import Callable

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase

from bulletins.models import Edition
from bulletins.models.redirect import LONGEST_PATH, plain_address
from bulletins.public.gone import NotPublic, Withheld, gone_page, not_then_page, withheld_page
from bulletins.public.sight import NotThen


class HeadersOnly:
    """To HEAD the headers of GET, without its body, as servers expect (RFC 9110, 9.3.2)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "HEAD":
            _empty(response)
        return response


class OldAddresses:
    """Only where there is nothing else at an address; what is public no more is said there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        number, live = _article_at(request)
        if number and live:
            return HttpResponsePermanentRedirect(f"/articles/{number}/")
        return (gone_page(request, number) if number else None) or response


class SaysWhy:
    """Every address of an article that was taken away says since when and why (410)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called by Django with what a view raised; None lets it go on, to 404."""
        if isinstance(exception, Withheld) and exception.barrier:
            return withheld_page(request, exception.number, exception.barrier)
        if isinstance(exception, NotThen):
            return not_then_page(request, exception.number, exception.sight)
        return gone_page(request, exception.number) if isinstance(exception, NotPublic) else None


def _empty(response: HttpResponseBase) -> None:
    """The length it would have had stays said."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = []
    elif isinstance(response, HttpResponse):
        response.content = b""


def _article_at(request: HttpRequest) -> tuple[int | None, bool]:
    """The number of the article that once had this address, with its query or without.

    And whether it is public now; what was never public has no number here.
    """
    query = request.META.get("QUERY_STRING", "")
    paths = {plain_address(request.path), plain_address(f"{request.path}?{query}")}
    known = [path for path in paths if len(path) <= LONGEST_PATH]
    begun = Edition.objects.begun().filter(article__redirects__path__in=known)
    last = begun.order_by("-live_until").select_related("article").first()
    return (last.article.number, last.is_live()) if last else (None, False)
