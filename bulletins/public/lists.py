"""Columns, tags and the archive of everything."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from taggit.models import Tag

from bulletins.listing import ALL, column_list, facet_list, held_in, tag_list
from bulletins.models.prepared import planned
from bulletins.public.furniture import furniture
from bulletins.public.listed import page_of
from bulletins.public.pages import page
from bulletins.public.shares import shares_of
from bulletins.public.showing import breadcrumb
from bulletins.public.sight import Sight, sight_of


@require_safe
def column_page(request: HttpRequest, slug: str, facet: str = "", **which: Any) -> HttpResponse:
    """A column with what lies below it, or a share of it."""
    around, sight = furniture(), sight_of(request)
    column = around.column(slug)
    if column is None:
        raise Http404
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
        "kind": "share" if facet else "column",
        "keys": (slug, facet) if facet else (slug,),
    }
    return page(request, "public/column.html", around, said, sight=sight)


@require_safe
def tag_page(request: HttpRequest, slug: str, **which: Any) -> HttpResponse:
    """Everything under one tag."""
    sight = sight_of(request)
    tag, held = tag_named(slug, sight)
    shown = page_of(tag_list(slug), sight, **which)
    said = {"tag": tag, "page": shown, "kind": "tag", "keys": (slug,), "held": held}
    return page(request, "public/tag.html", furniture(), said, sight=sight)


def tag_named(slug: str, sight: Sight) -> tuple[str, int]:
    """Its name and how much bears it. Raises Http404 where nothing public does."""
    listed = tag_list(slug)
    for name, now in _tags(slug, listed, sight.now):
        held = sight.counts([listed])[listed] if sight.at else now
        if held:
            return name, held
    raise Http404


@planned
def _tags(slug: str, name: str, at: datetime) -> QuerySet[Tag, tuple[str, int]]:
    """The tag of that slug, if there is one, and how much its list holds."""
    tags: QuerySet[Tag] = Tag.objects.all()
    return tags.filter(slug=slug).values_list("name", held_in(name, at))


@require_safe
def archive_page(request: HttpRequest, **which: Any) -> HttpResponse:
    """Everything, by month."""
    sight = sight_of(request)
    said = {"page": page_of(ALL, sight, **which), "kind": "archive", "keys": ()}
    return page(request, "public/archive.html", furniture(), said, sight=sight)
