"""Addresses of an older site lead to where their article is now."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from bulletins.models import Edition, Redirect


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


def _article_at(request: HttpRequest) -> int | None:
    """The number of the public article that once had this address, with its query or without."""
    paths = {request.get_full_path()[:500], request.path[:500]}
    found = Redirect.objects.filter(path__in=[path for path in paths if "\0" not in path])
    live = Edition.objects.live().filter(article__redirects__in=found)
    return live.values_list("article__number", flat=True).first()
