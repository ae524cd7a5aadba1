"""What each region plans: an index of all, and a page for each."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.listing import region_list
from bulletins.models.prepared import Together, planned
from bulletins.public.counted import counted, provinces
from bulletins.public.furniture import surroundings
from bulletins.public.listed import page_of
from bulletins.public.narrowing import narrowed, offers, wishes_of
from bulletins.public.pages import page
from bulletins.public.paths import path_of
from bulletins.public.shading import tiles
from bulletins.public.sight import sight_of
from bulletins.public.tallies import tallies_of
from regions.models import Region

Rows = QuerySet[Region, tuple[Any, ...]]
CORPS = "660000"  # 新疆生产建设兵团 is no province: it has a tile once it has said something
NAMED = ("code", "name", "short_name", "parent", "also_under")


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
    around, sight = surroundings(sight_of(request))
    found = [one for one in provinces(sight) if one.held or one.code != CORPS]
    shown, legend = tiles(found)
    said = {"tiles": shown, "legend": legend}
    return page(request, "public/regions.html", around, said, sight=sight)


@require_safe
def region_page(request: HttpRequest, code: str, **which: Any) -> HttpResponse:
    """Everything a region and what lies in it have said."""
    sight = sight_of(request)
    furnished, sight = surroundings(sight)
    around = sorted({row[0]: row for row in _around(code, *_above(code))}.values())
    known = _with_all_above(code, _by_code(row[:5] for row in around))
    if code not in known:
        raise Http404
    inside = [(row[0], row[2], *row[5:]) for row in around if code in row[3:5]]
    name = region_list(code)
    along = (name, *(region_list(row[0]) for row in inside))
    below = counted(inside, sight, along)
    wanted, address = wishes_of(request.GET, sight, furnished, which), path_of("region", code)
    shown = narrowed(name, wanted, sight) if wanted else page_of(name, sight, **which)
    said = {
        "region": known.pop(code),
        "above": [known[one] for one in sorted(known)],
        "children": [one for one in below if one.held],
        "offers": offers(tallies_of(name, sight, along), wanted, furnished, address),
        "wishes": wanted,
        "page": shown,
        "older": address + wanted._replace(before=str(shown.before)).query,
        "kind": "region",
        "keys": (code,),
    }
    response = page(request, "public/region.html", furnished, said, sight=sight)
    if wanted:
        response["X-Robots-Tag"] = "noindex"
    return response


def _with_all_above(code: str, read: dict[str, Named]) -> dict[str, Named]:
    """A region and those it lies in, by code; without a query wherever the digits told which."""
    found: dict[str, Named] = {}
    step = {code}
    while step:
        if missing := step - read.keys():
            read |= _by_code(_regions(missing))
        found |= {one: read[one] for one in step & read.keys()}
        links = {link for one in found.values() for link in (one.parent, one.also_under) if link}
        step = links - found.keys()
    return found


def _above(code: str) -> tuple[str, str, str]:
    """County, prefecture and province by its digits."""
    return code[:6], f"{code[:4]}00", f"{code[:2]}0000"


def _by_code(rows: Iterable[tuple[Any, ...]]) -> dict[str, Named]:
    return {row[0]: Named(*row) for row in rows}


@planned
def _around(code: str, county: str, prefecture: str, province: str) -> Together[tuple[Any, ...]]:
    """A region, those in which it lies by its digits, and those right below it; some twice.

    One question each, for one with an OR is answered by reading all regions.
    """
    likely = Region.objects.filter(pk__in=(code, county, prefecture, province))
    below = Region.objects.filter(parent=code), Region.objects.filter(also_under=code)
    named = (*NAMED, "valid_from", "valid_to")
    return Together(*(one.order_by().values_list(*named) for one in (likely, *below)))


def _regions(codes: Collection[str]) -> Rows:
    found = Region.objects.filter(pk__in=codes)
    return found.values_list(*NAMED)
