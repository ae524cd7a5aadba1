"""Columns and the archive of everything."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.listing import ALL, column_list, facet_list
from bulletins.public.calendars import calendar
from bulletins.public.furniture import surroundings
from bulletins.public.listed import page_of
from bulletins.public.merged import moved_page
from bulletins.public.pages import page
from bulletins.public.paths import path_of
from bulletins.public.shares import lists_of, shares_of
from bulletins.public.showing import breadcrumb
from bulletins.public.sight import sight_of
from bulletins.public.tallies import tallies_of


@require_safe
def column_page(request: HttpRequest, slug: str, facet: str = "", **which: Any) -> HttpResponse:
    """A column with what lies below it, or a share of it."""
    around, sight = surroundings(sight_of(request))
    column = around.column(slug)
    if column is None:
        raise Http404
    if column.merged_into:
        return moved_page(column.target, sight, facet, **which)
    shares = shares_of(column, sight)
    share = next((one for one in shares if one.facet == facet), None)
    if share is None:
        raise Http404
    name = facet_list(slug, facet) if facet else column_list(slug)
    said = {
        "column": column,
        "crumbs": breadcrumb(column),
        "children": around.below(column),
        "shares": tuple(shares),
        "share": share,
        "page": page_of(name, sight, pins=not facet, **which),
        "years": calendar(tallies_of(name, sight, lists_of(slug)), sight, share.address),
        "kind": "share" if facet else "column",
        "keys": (slug, facet) if facet else (slug,),
    }
    return page(request, "public/column.html", around, said, sight=sight)


@require_safe
def archive_page(request: HttpRequest, **which: Any) -> HttpResponse:
    """Everything, by month."""
    around, sight = surroundings(sight_of(request))
    years = calendar(tallies_of(ALL, sight), sight, path_of("archive"))
    said = {
        "page": page_of(ALL, sight, **which),
        "years": years,
        "held": sum(one.held for one in years),
        "kind": "archive",
        "keys": (),
    }
    return page(request, "public/archive.html", around, said, sight=sight)
