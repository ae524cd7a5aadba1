"""/search/: what is found, what may be meant instead, or how one asks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.permissions import scope_of
from bulletins.public.furniture import furniture
from bulletins.public.pages import page
from bulletins.public.search import facets
from bulletins.public.search.addresses import Way, address_of, kept, words_of
from bulletins.public.search.asking import Asked, asked
from bulletins.public.search.examples import examples
from bulletins.public.search.helps import nearby, wider
from bulletins.public.search.sentences import count_of, few, understood
from bulletins.public.sight import PRIVATE, Sight
from bulletins.search.answering import answer
from bulletins.search.log import note
from bulletins.search.query import Query
from bulletins.search.results import Results

# What was asked is told to no page that is opened from here, and no proxy keeps the answer.
DISCREET = {
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    what = asked(request.GET, now)
    if not what.query:
        return _answer(request, "start", what, {"examples": examples(Sight(now))})
    answered = answer(what.query, now=now, page=what.page)
    if what.is_new:
        note(what.query.typed, answered.found)
    meant = [
        Way(words_of(one), address_of(one)) for one in answered.meant if one != answered.instead
    ]
    if not answered.results.groups:
        return _answer(request, "nothing", what, {"meant": meant, **_helps(what, now)})
    explained = _is_explained(request)
    shown = answered.instead or what.query
    said = {"meant": meant, "explained": explained, **_found(shown, answered.results)}
    said["instead"] = words_of(answered.instead) if answered.instead else ""
    return _answer(request, "results", what, said, PRIVATE if explained else {})


def _answer(
    request: HttpRequest,
    name: str,
    what: Asked,
    said: dict[str, Any],
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    query = what.query
    said |= {"query": query, "typed": words_of(query), "kept": kept(query)}
    said |= {"notes": what.notes, "chosen": facets.chosen(what)}
    discreet = {**DISCREET, **(headers or {})} if request.GET else {}
    return page(request, f"public/search/{name}.html", furniture(), said, headers=discreet)


def _found(query: Query, results: Results) -> dict[str, Any]:
    first, last = results.page == 1, results.page >= results.pages
    return {
        "results": results,
        "groups": [one._replace(regions=few(one.regions)) for one in results.groups],
        "count": count_of(results),
        "facets": facets.offers(results, query),
        "earlier": "" if first else address_of(query, page=results.page - 1),
        "later": "" if last else address_of(query, page=results.page + 1),
    }


def _helps(what: Asked, now: datetime) -> dict[str, Any]:
    return {
        "understood": understood(what),
        "wider": wider(what),
        "nearby": nearby(what.query, now),
    }


def _is_explained(request: HttpRequest) -> bool:
    """To who works here and asks; only then is anybody asked who she is."""
    asks = "explain" in request.GET and settings.SESSION_COOKIE_NAME in request.COOKIES
    return asks and bool(scope_of(request.user).held)
