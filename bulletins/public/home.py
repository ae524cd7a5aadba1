"""The front page: the newest bulletin in full dress, the columns, the regions."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.listing import ALL, column_list
from bulletins.models import Listing
from bulletins.models.prepared import prepared
from bulletins.public.counted import provinces
from bulletins.public.entries import Entry, Rows, entries, printed
from bulletins.public.furniture import furniture
from bulletins.public.pages import page

MOST_COLUMNS = 8
EACH = 6


@require_safe
def home_page(request: HttpRequest) -> HttpResponse:
    """One query for each column at the top, however much was ever published."""
    now, around = timezone.now(), furniture()
    lists = [(one, _first(column_list(one.slug), now)) for one in around.menu[:MOST_COLUMNS]]
    newest = _newest(now)
    said = {
        "newest": Entry.read(newest[0][1:]) if newest else None,
        "newest_column": around.columns.get(newest[0][0]) if newest else None,
        "sections": [(column, entries(rows)) for column, rows in lists if rows],
        "regions": [one for one in provinces() if one.held and one.exists(timezone.localdate())],
    }
    return page(request, "public/home.html", around, said)


@prepared
def _newest(at: datetime) -> Rows:
    return printed(Listing.objects.of(ALL, at), "edition__column_id")[:1]


@prepared
def _first(name: str, at: datetime) -> Rows:
    return printed(Listing.objects.of(name, at))[:EACH]
