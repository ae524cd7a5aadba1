"""The last net below the pages: a refusal that nobody caught is a sentence, never a failure."""

import logging
from collections.abc import Callable

from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bulletins.permissions import Hidden, Refused
from bulletins.public.failing import alone, refused_request

WAIT = "20"  # seconds
NOT_TAKEN = "数据库没有接受这次改动，什么也没有保存：请核对后再试；再次出现时请告诉管理员"

log = logging.getLogger(__name__)


class OnlyUtf8:
    """A body that says it is written in base64 or UTF-16 comes from no page of ours.

    Python knows charsets in which no text can be written, and fails over them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = (request.content_params or {}).get("charset", "utf-8")
        if said.lower() not in ("utf-8", "utf8", "us-ascii"):
            return refused_request(request)
        return self.get_response(request)


class RefusalMiddleware:
    """Hidden is answered like what does not exist (404), Refused with its sentence (409).

    What the database itself refuses is said so, and noted in the log: a verb or a form should have
    known it. A database that is locked for too long or away is said so (503), and noted in the log.
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
        if isinstance(exception, IntegrityError):
            log.error("The database refused", exc_info=exception)
            return render(request, "409.html", {"sentence": NOT_TAKEN}, status=409)
        if isinstance(exception, OperationalError):
            log.error("The database did not answer", exc_info=exception)
            response = alone(request, "503.html", 503)
            response["Retry-After"] = WAIT
            return response
        return None
