"""Which public notices the desk looks at: found in their columns' lists, however many articles."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bulletins.document.wording import BEIJING
from bulletins.editing.desk.finding import OVER, Seen
from bulletins.listing import CLOSED, OPEN, column_list, facet_list
from bulletins.models import Column, ColumnKind, Edition, Listing

MOST = 40  # of each kind; texts of that many are read for a date


def columns() -> list[str]:
    """The names of notice columns."""
    found = Column.objects.filter(kind=ColumnKind.NOTICE, active=True)
    return list(found.values_list("slug", flat=True))


def closing(seen: Seen, slugs: Iterable[str], now: datetime, until: datetime) -> list[Edition]:
    """Those that end before that moment, then those over of which nobody said what came of them."""
    slugs = list(slugs)
    coming = Listing.objects.filter(
        list__in=[facet_list(slug, OPEN) for slug in slugs],
        live_from__lte=now,
        live_until__gt=now,
        live_until__lte=until,
    ).order_by("live_until")
    over = Listing.objects.filter(
        list__in=[facet_list(slug, CLOSED) for slug in slugs],
        live_from__gt=now - OVER,
        live_from__lte=now,
        live_until__gt=now,
    ).order_by("-live_from")
    ids = [*coming.values_list("edition", flat=True)[:MOST]]
    ids += over.values_list("edition", flat=True)[:MOST]
    return _in_order(seen, ids)


def endless(seen: Seen, slugs: Iterable[str], now: datetime) -> list[Edition]:
    """The latest that nobody said the end of, with their texts; a query for each column."""
    newest = [
        row
        for slug in slugs
        for row in Listing.objects.of(column_list(slug), now).values_list(
            "first_published_at", "edition"
        )[:MOST]
    ]
    ids = [edition for _, edition in sorted(newest, reverse=True)[:MOST]]
    found = seen.filter(pk__in=ids, closes_at=None, article__closed_at=None)
    open_end = found.filter(article__extended_to=None).order_by("-live_from")
    return list(open_end.prefetch_related("parts__sections"))


def to_archive(seen: Seen, now: datetime) -> list[Edition]:
    """Those that closed longer ago than their column's rule allows; a query for each column."""
    ruled = Column.objects.filter(archive_after_days__isnull=False, kind=ColumnKind.NOTICE)
    ids: list[int] = []
    for slug, days in ruled.values_list("slug", "archive_after_days"):
        over = Listing.objects.filter(
            list=facet_list(slug, CLOSED),
            live_from__lte=now - timedelta(days=days or 0),
            live_until__gt=now,
        ).order_by("live_from")
        ids += over.values_list("edition", flat=True)[:MOST]
    return _in_order(seen, ids)


def to_check(seen: Seen, now: datetime) -> list[Edition]:
    """Policy papers whose day to be looked at again has come; of each the edition readers see."""
    today = now.astimezone(BEIJING).date()
    found = seen.live(now).filter(article__check_by__lte=today)
    return list(found.order_by("article__check_by", "pk")[:MOST])


def _in_order(seen: Seen, ids: Iterable[int]) -> list[Edition]:
    """Those of them that she sees, each once, as they were found."""
    ids = dict.fromkeys(ids)
    found = seen.in_bulk(list(ids))
    return [found[pk] for pk in ids if pk in found]
