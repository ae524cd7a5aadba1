"""What holds for every answer: HEAD has no body; an older site's addresses lead on."""

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
    """Only where there is nothing else at an address; only to what is public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        number = _article_at(request)
        return HttpResponsePermanentRedirect(f"/articles/{number}/") if number else response


def _empty(response: HttpResponseBase) -> None:
    """The length it would have had stays said."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = []
    elif isinstance(response, HttpResponse):
        response.content = b""


def _article_at(request: HttpRequest) -> int | None:
    """The number of the public article that once had this address, with its query or without."""
    query = request.META.get("QUERY_STRING", "")
    paths = {plain_address(request.path), plain_address(f"{request.path}?{query}")}
    known = [path for path in paths if len(path) <= LONGEST_PATH]
    live = Edition.objects.live().filter(article__redirects__path__in=known)
    return live.values_list("article__number", flat=True).first()
