"""What the site answers at an address, asked inside this process: no server, no network.

A page is asked of its view alone; whatever is no plain answer, of all the site's middleware, which
turns it into what readers get: 410, 301, 404.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from django.urls import resolve

LOGGERS = ("django.request", "django.security")


class Answer(NamedTuple):
    """pieces: of the body."""

    status: int
    headers: dict[str, str]
    pieces: Iterator[bytes]

    @property
    def body(self) -> bytes:
        return b"".join(self.pieces)


class Asker:
    """One for each process."""

    def __init__(self) -> None:
        # By the name that the site has: every other one is refused.
        host = urlsplit(settings.SITE_URL).netloc
        factory = RequestFactory(headers={"host": host})
        self.environ = factory.get("/", secure=settings.HTTPS).environ
        self.handler: BaseHandler | None = None

    def ask(self, address: str) -> Answer:
        """As an anonymous reader."""
        request = self._request(address)
        try:
            found = resolve(request.path_info)
            request.resolver_match = found
            response = found.func(request, *found.args, **found.kwargs)
        except Exception:  # 404, 410, and whatever else: the site itself says what readers get
            return self.ask_whole(address)
        return _answer(response) if response.status_code == 200 else self.ask_whole(address)

    def ask_whole(self, address: str) -> Answer:
        """With every header that the site's middleware adds."""
        with _quiet():
            return _answer(self._handler().get_response(self._request(address)))

    def _request(self, address: str) -> HttpRequest:
        path, _, query = address.partition("?")
        place = unquote_to_bytes(path).decode("latin-1")  # as a server hands it over
        return WSGIRequest({**self.environ, "PATH_INFO": place, "QUERY_STRING": query})

    def _handler(self) -> BaseHandler:
        if self.handler is None:
            self.handler = BaseHandler()
            self.handler.load_middleware()
        return self.handler


def _answer(response: HttpResponseBase) -> Answer:
    return Answer(response.status_code, dict(response.items()), _pieces(response))


def _pieces(response: HttpResponseBase) -> Iterator[bytes]:
    if isinstance(response, StreamingHttpResponse):
        try:
            yield from response.streaming_content  # type: ignore[misc]  # never asynchronous here
        finally:
            # Not close(): that ends a request, and with it the connection to the database.
            if isinstance(response, FileResponse) and response.file_to_stream:
                response.file_to_stream.close()
    else:
        yield response.content  # type: ignore[attr-defined]


@contextmanager
def _quiet() -> Iterator[None]:
    """That something is gone is what was asked, and no warning."""
    before = {name: logging.getLogger(name).level for name in LOGGERS}
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
