"""What search engines may find: every article that is public and listed, and every list of them."""

from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from django.db.models import F, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.listing import ALL
from bulletins.models import ListCount, Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import prepared
from bulletins.public.feeds.answering import kept_up
from bulletins.public.feeds.writing import absolute
from bulletins.public.furniture import furniture

SIZE = 5000  # numbers to a page: an article stays on its page whatever comes and goes
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED_TO_ROBOTS = ("/admin/", "/preview/")

STANDING = ("home", "regions", "tags", "archive", "site-map", "about", "contact", "privacy")
# Lists with pages of their own; ``column:news:open`` is a share of one
KINDS = ("column", "region", "tag")

Found = list[tuple[str, datetime | None]]


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    pages: Found = [(reverse("sitemap-lists"), None)]
    pages += [(reverse("sitemap-page", args=[n + 1]), last) for n, last in _pages(timezone.now())]
    return _answer(request, "sitemapindex", "sitemap", pages)


@require_safe
def lists(request: HttpRequest) -> HttpResponseBase:
    """The pages that stand, and each column, region and tag that holds anything."""
    used = {one.slug for one in furniture().columns.values() if one.active}
    found: Found = [(reverse(name), None) for name in STANDING]
    for held in (
        ListCount.objects.filter(count__gt=0).order_by("list").values_list("list", flat=True)
    ):
        kind, _, key = held.partition(":")
        if kind in KINDS and ":" not in key and (kind != "column" or key in used):
            found.append((reverse(kind, args=[key]), None))
    return _answer(request, "urlset", "url", found)


@require_safe
def page(request: HttpRequest, number: int) -> HttpResponseBase:
    """Raises Http404 for a page without anything public."""
    first = (number - 1) * SIZE + 1
    rows = _articles(first, first + SIZE, timezone.now())
    if not rows:
        raise Http404
    return _answer(request, "urlset", "url", [(f"/articles/{n}/", last) for n, last in rows])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = [f"Disallow: {place}" for place in CLOSED_TO_ROBOTS]
    lines = ["User-agent: *", *closed, "", f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _answer(request: HttpRequest, root: str, child: str, found: Found) -> HttpResponseBase:
    lines = [
        f"<{child}><loc>{escape(absolute(place))}</loc>{_told(at)}</{child}>" for place, at in found
    ]
    body = "\n".join(lines)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{SPACE}">\n{body}\n</{root}>\n'
    return kept_up(request, text, "application/xml")


def _told(moment: datetime | None) -> str:
    return f"<lastmod>{moment.replace(microsecond=0).isoformat()}</lastmod>" if moment else ""


def _listed(at: datetime) -> ListingQuerySet:
    """What is only a link is no page of ours; what is archived is found under 归档."""
    return Listing.objects.filter(list=ALL, archived_at=None, link="").public(at)


@prepared
def _pages(at: datetime) -> QuerySet[Listing, tuple[int, datetime]]:
    pages = _listed(at).annotate(page=(F("number") - 1) / SIZE).order_by("page").values("page")
    return pages.annotate(last=Max("live_from")).values_list("page", "last")


@prepared
def _articles(first: int, end: int, at: datetime) -> QuerySet[Listing, tuple[Any, ...]]:
    rows = _listed(at).filter(number__gte=first, number__lt=end)
    return rows.order_by("number").values_list("number", "live_from")
