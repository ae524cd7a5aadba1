"""/api/: the API explained on a page of ours, its addresses as its own description has them."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.public.api.addresses import ROOT, of_api
from bulletins.public.furniture import furniture
from bulletins.public.pages import page


class Address(NamedTuple):
    """asked: what may stand behind the question mark, each with what it means."""

    path: str
    says: str
    asked: tuple[tuple[str, str], ...]


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    said = {"addresses": _addresses(), "root": of_api("")}
    return page(request, "public/api.html", furniture(), said)


@cache
def _addresses() -> tuple[Address, ...]:
    """Read from ``routes``, which is loaded with the first answer that needs it (``door``)."""
    described: dict[str, Any] = import_module("bulletins.public.api.routes").description()
    return tuple(_read(described["paths"]))


def _read(paths: dict[str, Any]) -> Iterator[Address]:
    for path, operations in paths.items():
        operation = operations["get"]
        asked = tuple(
            (one["name"], one.get("description", ""))
            for one in operation["parameters"]
            if one["in"] == "query"
        )
        yield Address(ROOT + path.lstrip("/"), operation["summary"], asked)
