"""The last net below the pages: a refusal that nobody caught is a sentence, never a failure."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bulletins.permissions import Hidden, Refused


class RefusalMiddleware:
    """Hidden is answered like what does not exist (404), Refused with its sentence (409)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called by Django with what a view raised; None lets it go on."""
        if isinstance(exception, Hidden):
            raise Http404 from exception
        if isinstance(exception, Refused):
            return render(request, "409.html", {"sentence": str(exception)}, status=409)
        return None
