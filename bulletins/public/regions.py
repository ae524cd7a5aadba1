"""What each region plans: an index of all, and a page for each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bulletins.listing import counts, region_list
from bulletins.public.listed import page_of
from regions.models import Region
from regions.querysets import RegionQuerySet


@require_safe
def index_page(request: HttpRequest) -> HttpResponse:
    """The provinces in menu order, each with how much it has said."""
    found = counted(Region.objects.filter(level="province"))
    # One that has ceased to exist stays while something speaks of it.
    context = {"regions": [(one, held) for one, held in found if held or not one.ended()]}
    return render(request, "public/regions.html", context)


@require_safe
def region_page(request: HttpRequest, code: str, **which: Any) -> HttpResponse:
    """Everything a region and what lies in it have said."""
    region = get_object_or_404(Region, pk=code)
    context = {
        "region": region,
        "above": list(region.ancestors().order_by("code")),
        "children": [pair for pair in counted(Region.objects.all().children_of(code)) if pair[1]],
        "page": page_of(region_list(code), **which),
        "kind": "region",
        "key": code,
    }
    return render(request, "public/region.html", context)


def counted(regions: RegionQuerySet) -> list[tuple[Region, int]]:
    """Each region with the number of articles that speak of it; one query more for all."""
    found = list(regions)
    held = counts([region_list(region.code) for region in found])
    return [(region, held[region_list(region.code)]) for region in found]
