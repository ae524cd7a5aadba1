"""What is new: of the whole site, of a column, a region, a tag."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.listing import ALL, column_list, region_list, tag_list
from bulletins.models import Listing, standstill
from bulletins.models.prepared import prepared
from bulletins.public.feeds.answering import answer
from bulletins.public.feeds.writing import Feed, Item
from bulletins.public.furniture import Furniture, furniture
from bulletins.public.merged import moved_to
from bulletins.public.sight import Sight
from bulletins.public.tags import tag_named
from regions.models import Region

LENGTH = 20
Rows = QuerySet[Listing, tuple[Any, ...]]


@require_safe
def site_feed(request: HttpRequest, form: str) -> HttpResponseBase:
    around = furniture()
    own = reverse("site-feed", args=[form])
    return answer(request, _feed(ALL, around.site.name, "/", own, around), form)


@require_safe
def column_feed(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    around = furniture()
    column = around.column(slug)
    if column is None:
        raise Http404
    if column.merged_into:
        return moved_to(reverse("column-feed", args=[column.target.slug, form]))
    place, own = reverse("column", args=[slug]), reverse("column-feed", args=[slug, form])
    feed = _feed(column_list(slug), _titled(column.name, around), place, own, around)
    return answer(request, feed, form)


@require_safe
def region_feed(request: HttpRequest, code: str, form: str) -> HttpResponseBase:
    named = _region(code)
    if not named:
        raise Http404
    around = furniture()
    place, own = reverse("region", args=[code]), reverse("region-feed", args=[code, form])
    feed = _feed(region_list(code), _titled(named[0][0], around), place, own, around)
    return answer(request, feed, form)


@require_safe
def tag_feed(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """A tag that nothing public bears does not exist."""
    name, _ = tag_named(slug, Sight(standstill.now()))
    around = furniture()
    place, own = reverse("tag", args=[slug]), reverse("tag-feed", args=[slug, form])
    title = _titled(f"标签：{name}", around)
    return answer(request, _feed(tag_list(slug), title, place, own, around), form)


def _titled(name: str, around: Furniture) -> str:
    return f"{name} - {around.site.name}"


def _feed(name: str, title: str, place: str, own: str, around: Furniture) -> Feed:
    now = standstill.now()
    items = tuple(_item(*row) for row in _newest(name, now))
    changed = [item.updated for item in items] + [moment for (moment,) in _last_end(name, now)]
    author = around.site.office or around.site.name
    return Feed(title, place, own, author, max(changed, default=None), items)


def _item(
    number: int, title: str, regions: str, published: datetime, link: str, updated: datetime
) -> Item:
    return Item(title, f"/articles/{number}/", published, updated, regions, link=link)


@prepared
def _newest(name: str, at: datetime) -> Rows:
    rows = Listing.objects.of(name, at).filter(archived_at=None)
    said = ("number", "title", "regions", "first_published_at", "link", "live_from")
    return rows.values_list(*said)[:LENGTH]


@prepared
def _last_end(name: str, at: datetime) -> QuerySet[Listing, tuple[datetime]]:
    """When something last left the list: then it changed, too."""
    ended = Listing.objects.filter(list=name, live_until__lte=at).order_by("-live_until")
    return ended.values_list("live_until")[:1]


@prepared
def _region(code: str) -> QuerySet[Region, tuple[str]]:
    return Region.objects.filter(pk=code).values_list("name")
