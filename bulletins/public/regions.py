"""What each region plans: an index of all, and a page for each."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.listing import region_list
from bulletins.models.prepared import prepared
from bulletins.public.counted import children, provinces
from bulletins.public.furniture import furniture
from bulletins.public.listed import page_of
from bulletins.public.pages import page
from bulletins.public.sight import sight_of
from regions.models import Region

Rows = QuerySet[Region, tuple[Any, ...]]


class Named(NamedTuple):
    """A region as the head of its page names it."""

    code: str
    name: str
    short_name: str
    parent: str | None
    also_under: str | None


@require_safe
def index_page(request: HttpRequest) -> HttpResponse:
    """The provinces in menu order, each with how much it has said."""
    sight = sight_of(request)
    said = {"regions": tuple(provinces(sight))}
    return page(request, "public/regions.html", furniture(), said, sight=sight)


@require_safe
def region_page(request: HttpRequest, code: str, **which: Any) -> HttpResponse:
    """Everything a region and what lies in it have said."""
    known, sight = _with_all_above(code), sight_of(request)
    if code not in known:
        raise Http404
    said = {
        "region": known.pop(code),
        "above": [known[one] for one in sorted(known)],
        "children": children(code, sight),
        "page": page_of(region_list(code), sight, **which),
        "kind": "region",
        "keys": (code,),
    }
    return page(request, "public/region.html", furniture(), said, sight=sight)


def _with_all_above(code: str) -> dict[str, Named]:
    """A region and those it lies in, by code: in one query wherever the digits tell which."""
    read = _by_code(_likely(code, code[:6], f"{code[:4]}00", f"{code[:2]}0000"))
    found: dict[str, Named] = {}
    step = {code}
    while step:
        if missing := step - read.keys():
            read |= _by_code(_regions(missing))
        found |= {one: read[one] for one in step & read.keys()}
        links = {link for one in found.values() for link in (one.parent, one.also_under) if link}
        step = links - found.keys()
    return found


def _by_code(rows: Iterable[tuple[Any, ...]]) -> dict[str, Named]:
    return {row[0]: Named(*row) for row in rows}


@prepared
def _likely(code: str, county: str, prefecture: str, province: str) -> Rows:
    return _regions((code, county, prefecture, province))


def _regions(codes: Collection[str]) -> Rows:
    found = Region.objects.filter(pk__in=codes)
    return found.values_list("code", "name", "short_name", "parent", "also_under")
