"""/search/: what is found, what may be meant instead, or how one asks."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.permissions import scope_of
from bulletins.public.furniture import Furniture, furniture
from bulletins.public.pages import page
from bulletins.public.search import facets
from bulletins.public.search.addresses import Way, address_of, kept, words_of
from bulletins.public.search.asking import Asked, asked
from bulletins.public.search.examples import examples
from bulletins.public.search.helps import nearby, wider
from bulletins.public.search.sentences import count_of, few, understood
from bulletins.public.sight import PRIVATE, Sight
from bulletins.search.finding import find
from bulletins.search.log import note
from bulletins.search.results import Results

# What was asked is told to no page that is opened from here, and no proxy keeps the answer.
DISCREET = {
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    sight, around = Sight(timezone.now()), furniture()
    what = asked(request.GET, sight.now)
    if not what.query:
        return _answer(request, "start", around, what, {"examples": examples(sight)})
    results = find(what.query, now=sight.now, page=what.page)
    if what.is_new:
        note(what.query.typed, results.total)
    if not results.groups:
        return _answer(request, "nothing", around, what, _nothing(what, sight))
    explained = _is_explained(request)
    said = {**_found(what, results), "explained": explained}
    return _answer(request, "results", around, what, said, PRIVATE if explained else {})


def _answer(
    request: HttpRequest,
    name: str,
    around: Furniture,
    what: Asked,
    said: dict[str, Any],
    headers: dict[str, str] | None = None,
) -> HttpResponse:
    said |= {"query": what.query, "typed": words_of(what.query), "kept": kept(what.query)}
    said |= {"notes": what.notes, "chosen": facets.chosen(what)}
    discreet = {**DISCREET, **(headers or {})} if request.GET else {}
    return page(request, f"public/search/{name}.html", around, said, headers=discreet)


def _found(what: Asked, results: Results) -> dict[str, Any]:
    return {
        "results": results,
        "groups": [one._replace(regions=few(one.regions)) for one in results.groups],
        "count": count_of(results),
        "facets": facets.offers(results, what.query),
        "meant": _meant(what),
        "earlier": address_of(what.query, page=results.page - 1) if results.page > 1 else "",
        "later": address_of(what.query, page=results.page + 1)
        if results.page < results.pages
        else "",
    }


def _nothing(what: Asked, sight: Sight) -> dict[str, Any]:
    return {
        "meant": _meant(what),
        "understood": understood(what),
        "wider": wider(what),
        "nearby": nearby(what.query, sight.now),
    }


def _meant(what: Asked) -> list[Way]:
    return []


def _is_explained(request: HttpRequest) -> bool:
    """To who works here and asks; only then is anybody asked who she is."""
    asks = "explain" in request.GET and settings.SESSION_COOKIE_NAME in request.COOKIES
    return asks and bool(scope_of(request.user).held)
