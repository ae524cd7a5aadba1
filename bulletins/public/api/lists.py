"""Lists, the newest first, page by page; and the sections of what stands in them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.utils import timezone

from bulletins.drafting.content import part_of
from bulletins.models import Listing, Part
from bulletins.models.listing import ListingQuerySet
from bulletins.public.api import content
from bulletins.public.api.addresses import of_api, of_page
from bulletins.public.api.content import spoken
from bulletins.public.api.cursors import Asked, Place
from bulletins.public.furniture import furniture
from regions.models import Region

PRINTED = (
    *("number", "title", "regions", "first_published_at", "link", "deadline", "archived_at"),
    *("edition__pk", "edition__number", "edition__digest", "edition__column_id"),
)


class Row(NamedTuple):
    """As ``PRINTED`` reads it."""

    number: int
    title: str
    regions: str
    first_published_at: Any
    link: str
    deadline: Any
    archived_at: Any
    pk: int
    edition: int
    digest: str
    column: int


def lines(name: str, asked: Asked) -> dict[str, Any]:
    """Three queries: the rows, and the columns with the site's name."""
    slugs = {pk: one.target.slug for pk, one in furniture().columns.items()}
    return _paged(name, asked, lambda rows: [_line(row, slugs[row.column]) for row in rows])


def sections(name: str, asked: Asked, within: str | None = None) -> dict[str, Any]:
    """All sections of so many articles; within: code of the region that they must speak of."""
    return _paged(name, asked, lambda rows: list(_sections(rows, within)))


def _paged(name: str, asked: Asked, written: Callable[[list[Row]], list[Any]]) -> dict[str, Any]:
    found = _after(name, asked.after()).values_list(*PRINTED)[: asked.limit + 1]
    rows = [Row(*one) for one in found]
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    last = shown[-1] if more else None
    following = asked.next(Place(last.first_published_at, last.number)) if last else None
    return {"items": written(shown), "next": following}


def _after(name: str, place: Place | None) -> ListingQuerySet:
    """Put so that both engines begin to read at the place (``ListingQuerySet.since``)."""
    rows = Listing.objects.of(name, timezone.now())
    if place is None:
        return rows
    told = {"first_published_at": place.moment, "number__gte": place.number}
    return rows.filter(first_published_at__lte=place.moment).exclude(**told)


def _line(row: Row, column: str) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "regions": row.regions.split(" · ") if row.regions else [],
        "column": column,
        "first_published_at": spoken(row.first_published_at),
        "edition": row.edition,
        "digest": row.digest,
        "deadline": spoken(row.deadline),
        "archived_at": spoken(row.archived_at),
        "link": row.link or None,
        "address": of_page(f"/articles/{row.number}/"),
        "api": of_api(f"articles/{row.number}"),
    }


def _sections(rows: list[Row], within: str | None) -> Iterable[dict[str, Any]]:
    parts = _parts([row.pk for row in rows], within)
    for row in rows:
        for part in parts[row.pk]:
            of = {
                "part": part.key,
                "region": part.region_id,
                "region_name": part.region_name or None,
                "article": _of(row),
            }
            yield from (one | of for one in content.sayings(part_of(part), row.number))


def _parts(editions: list[int], within: str | None) -> dict[int, list[Part]]:
    """Two queries; those of a region and what lies in it, or all of them."""
    found = Part.objects.filter(edition__in=editions).order_by("position", "pk")
    if within:
        found = found.filter(region__in=Region.objects.within(within))
    of_each: dict[int, list[Part]] = defaultdict(list)
    for part in found.prefetch_related("sections"):
        of_each[part.edition_id].append(part)
    return of_each


def _of(row: Row) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "first_published_at": spoken(row.first_published_at),
        "edition": row.edition,
        "address": of_page(f"/articles/{row.number}/"),
        "api": of_api(f"articles/{row.number}"),
    }
