"""The front page: the newest bulletin in full dress, the columns, the regions."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.listing import ALL, column_list
from bulletins.models import Column, Listing
from bulletins.models.prepared import prepared
from bulletins.public.counted import provinces
from bulletins.public.entries import Entry, entries
from bulletins.public.furniture import furniture
from bulletins.public.pages import page
from bulletins.public.questions import Rows, printed

MOST_COLUMNS = 8
EACH = 6
MOST_PINNED = 40


@require_safe
def home_page(request: HttpRequest) -> HttpResponse:
    """One query for each column at the top, however much was ever published."""
    now, today, around = timezone.now(), timezone.localdate(), furniture()
    lists = [(one, _first(column_list(one.slug), now)) for one in around.menu[:MOST_COLUMNS]]
    newest, pins = _newest(now), _pins(now)
    said = {
        "newest": Entry.read(newest[0][1:], now) if newest else None,
        "newest_column": around.columns.get(newest[0][0]) if newest else None,
        "sections": [(one, _with_pins(one, rows, pins, now)) for one, rows in lists if rows],
        "regions": tuple(one for one in provinces() if one.held and one.exists(today)),
    }
    return page(request, "public/home.html", around, said)


@prepared
def _newest(at: datetime) -> Rows:
    """What is archived stands in the list of all, and is nothing to begin with."""
    rows = Listing.objects.of(ALL, at).filter(archived_at=None)
    return printed(rows, "edition__column_id")[:1]


def _with_pins(
    column: Column, rows: list[Any], pins: list[Any], now: datetime
) -> tuple[Entry, ...]:
    """What is on top of the column comes first."""
    name = column_list(column.slug)
    top = [row[1:] for row in pins if row[0] == name]
    return tuple(entries([*top, *(row for row in rows if row not in top)], now)[:EACH])


@prepared
def _pins(at: datetime) -> Rows:
    """What stands on top of any column; few."""
    on_top = Listing.objects.filter(pinned_until__gt=at)
    public = on_top.exclude(live_from__gt=at).exclude(live_until__lte=at)
    return printed(public.order_by("-first_published_at", "-number"), "list")[:MOST_PINNED]


@prepared
def _first(name: str, at: datetime) -> Rows:
    return printed(Listing.objects.of(name, at))[:EACH]
