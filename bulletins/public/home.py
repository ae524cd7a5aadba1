"""The front page: the newest bulletin in full dress, the columns, the regions."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.document.wording import BEIJING
from bulletins.listing import ALL, column_list
from bulletins.models import Column, Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import prepared
from bulletins.public.counted import provinces
from bulletins.public.entries import Entry, entries
from bulletins.public.furniture import furniture
from bulletins.public.pages import page
from bulletins.public.questions import Rows, printed
from bulletins.public.sight import Sight, sight_of

MOST_COLUMNS = 8
EACH = 6
MOST_PINNED = 40


@require_safe
def home_page(request: HttpRequest) -> HttpResponse:
    """One query for each column at the top, however much was ever published."""
    sight, around = sight_of(request), furniture()
    at, lists = sight.shown, [(one, _first(one, sight)) for one in around.menu[:MOST_COLUMNS]]
    newest, pins = _newest(sight), _pins(sight)
    today = at.astimezone(BEIJING).date()
    said = {
        "newest": Entry.read(newest[0][1:], at, sight.query) if newest else None,
        "newest_column": around.columns.get(newest[0][0]) if newest else None,
        "sections": [(one, _with_pins(one, rows, pins, sight)) for one, rows in lists if rows],
        "regions": tuple(one for one in provinces(sight) if one.held and one.exists(today)),
    }
    return page(request, "public/home.html", around, said, sight=sight)


def _with_pins(column: Column, rows: list[Any], pins: list[Any], sight: Sight) -> tuple[Entry, ...]:
    """What is on top of the column comes first."""
    name = column_list(column.slug)
    top = [row[1:] for row in pins if row[0] == name]
    return tuple(entries([*top, *(row for row in rows if row not in top)], sight)[:EACH])


def _first(column: Column, sight: Sight) -> list[Any]:
    name = column_list(column.slug)
    return list(_few(sight.rows(name))) if sight.at else _first_now(name, sight.now)


def _newest(sight: Sight) -> list[Any]:
    """What is archived stands in the list of all, and is nothing to begin with."""
    if sight.at is None:
        return _newest_now(sight.now)
    return list(_one(sight.rows(ALL).exclude(archived_at__lte=sight.at)))


def _pins(sight: Sight) -> list[Any]:
    """What stands on top of any column; few."""
    if sight.at is None:
        return _pins_now(sight.now)
    return list(_on_top(sight.listed().filter(pinned_until__gt=sight.at)))


def _few(rows: ListingQuerySet) -> Rows:
    return printed(rows)[:EACH]


def _one(rows: ListingQuerySet) -> Rows:
    return printed(rows, "edition__column_id")[:1]


def _on_top(rows: ListingQuerySet) -> Rows:
    return printed(rows, "list")[:MOST_PINNED]


@prepared
def _first_now(name: str, at: datetime) -> Rows:
    return _few(Listing.objects.of(name, at))


@prepared
def _newest_now(at: datetime) -> Rows:
    return _one(Listing.objects.of(ALL, at).filter(archived_at=None))


@prepared
def _pins_now(at: datetime) -> Rows:
    on_top = Listing.objects.filter(pinned_until__gt=at)
    public = on_top.exclude(live_from__gt=at).exclude(live_until__lte=at)
    return _on_top(public.order_by("-first_published_at", "-number"))
