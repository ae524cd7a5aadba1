"""The last net below the pages: a refusal that nobody caught is a sentence, never a failure."""

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from bulletins.permissions import Hidden, Refused

WAIT = "20"  # seconds

log = logging.getLogger(__name__)


class RefusalMiddleware:
    """Hidden is answered like what does not exist (404), Refused with its sentence (409).

    A database that is locked for too long or away is said so (503), and noted in the log.
    """

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
        if isinstance(exception, OperationalError):
            log.error("The database did not answer", exc_info=exception)
            headers = {"Retry-After": WAIT}
            return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
        return None
