"""Where a column went: every address of one that was merged (并入) leads on to its target."""

from django.http import HttpResponse, HttpResponsePermanentRedirect

from bulletins.models import Column
from bulletins.public.paths import path_of
from bulletins.public.shares import shares_of
from bulletins.public.sight import Sight

# Asked about each time: merging can be taken back, and a chain of kept answers may be a ring then.
HEADERS = {"Cache-Control": "no-cache"}


def moved_page(target: Column, sight: Sight, facet: str, **which: int) -> HttpResponse:
    """To the same place of the target; from a share that it has not, to its own page.

    which: the month, or the article, that the address names.
    """
    if facet and facet not in {one.facet for one in shares_of(target, sight)}:
        facet, which = "", {}
    kind = "share" if facet else "column"
    name = f"{kind}-month" if "month" in which else f"{kind}-before" if which else kind
    keys = (target.slug, facet) if facet else (target.slug,)
    response = moved_to(path_of(name, *keys, *which.values()) + sight.query)
    sight.discreet(response)
    return response


def moved_to(path: str) -> HttpResponse:
    return HttpResponsePermanentRedirect(path, headers=HEADERS)
