"""A public page: its template, its own words, and the furniture around them."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString

from bulletins.document.wording import BEIJING
from bulletins.public.furniture import BARE, Furniture, furniture
from bulletins.public.sight import Sight
from bulletins.public.typeset import typeset


def page(
    request: HttpRequest,
    template: str,
    around: Furniture,
    said: Mapping[str, Any],
    *,
    status: int = 200,
    sight: Sight | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """A page with furniture that was read already."""
    mourning = around.site.mourns(timezone.now().astimezone(BEIJING).date())
    said = {**said, "furniture": around, "site": around.site, "sight": sight, "mourning": mourning}
    response = HttpResponse(text_of(template, {**said, "request": request}), status=status)
    for name, value in (headers or {}).items():
        response[name] = value
    if sight:
        sight.discreet(response)
    return response


def text_of(template: str, said: dict[str, Any]) -> SafeString:
    """Who works on templates wants to see at once what she wrote."""
    return (
        SafeString(render_to_string(template, said)) if settings.DEBUG else typeset(template)(said)
    )


def furniture_of_any_page(request: HttpRequest) -> dict[str, Any]:
    """For templates of pages that bring none (a missing page); read where one asks for it."""
    found = SimpleLazyObject(furniture)
    return {"furniture": found, "site": SimpleLazyObject(lambda: found.site)}


def piece(name: str, said: Context) -> SafeString:
    """One of ``public/pieces`` that depends on the furniture and the page's column alone."""
    column = said.get("column")
    return _piece(name, said.get("furniture", BARE), column.pk if column else None)


@lru_cache(maxsize=256)
def _piece(name: str, around: Furniture, column: int | None) -> SafeString:
    # A lazy one hashes and compares as what it stands for.
    said = {"furniture": around, "site": around.site, "column": around.columns.get(column or 0)}
    return text_of(f"public/pieces/{name}.html", said)


def made_of(name: str, **rows: Hashable) -> SafeString:
    """One of ``public/pieces`` that depends on nothing but these; kept while they are asked for."""
    make = _made_of.__wrapped__ if settings.DEBUG else _made_of
    return make(name, tuple(rows.items()))


@lru_cache(maxsize=256)
def _made_of(name: str, rows: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return text_of(f"public/pieces/{name}.html", dict(rows))


def forget() -> None:
    """Whatever was kept of pieces is made anew when it is asked for next."""
    _piece.cache_clear()
    _made_of.cache_clear()
