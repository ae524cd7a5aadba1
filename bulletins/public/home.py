"""The front page: the newest bulletin in full dress, notices that end, the columns, the regions."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.document.wording import BEIJING
from bulletins.listing import column_list, region_list
from bulletins.models import Column, ColumnKind
from bulletins.models.home import Block, blocks
from bulletins.public.counted import Counted, counted, province_rows, still_there
from bulletins.public.dress import Dressed
from bulletins.public.entries import Entry
from bulletins.public.front import Front, Lists, front
from bulletins.public.furniture import Furniture, surroundings
from bulletins.public.pages import page
from bulletins.public.sight import Sight, sight_of

MOST_COLUMNS = 8


@require_safe
def home_page(request: HttpRequest) -> HttpResponse:
    """Five queries, however much was ever published and however many columns there are."""
    around, sight = surroundings(sight_of(request))
    return page(request, "public/home.html", around, home_of(around, sight), sight=sight)


def home_of(around: Furniture, sight: Sight) -> dict[str, Any]:
    """What its template is given: the blocks that this site wants, in their order."""
    wanted = blocks(around.site.home)
    most = {one.name: one.most for one in wanted}
    columns = around.menu[:MOST_COLUMNS]
    ending = most.get("notices", 0)
    regions = province_rows() if "regions" in most else []
    besides = (region_list(row[0]) for row in regions)
    lists = Lists.of(columns, ending)._replace(besides=(*besides, *_where_pins_are(around)))
    found = front(lists, sight, most.get("columns") or 1, ending)
    newest = _newest(around, columns, found) if "newest" in most else None
    made: dict[str, Callable[[Block], Any]] = {
        "newest": lambda _: newest,
        "pinned": lambda one: _pinned(found, newest)[: one.most],
        "notices": lambda one: [row.entry(sight) for row in found.ending()][: one.most],
        "columns": lambda one: list(_columns(columns, found, one)),
        "regions": lambda _: _regions(counted(regions, sight, lists.all), sight),
    }
    said = [(one, made[one.name](one)) for one in wanted]
    return {"blocks": [(one, what) for one, what in said if what], "empty": not found.rows}


def _where_pins_are(around: Furniture) -> Iterator[str]:
    """Of any column, also of those that the front page does not show."""
    return (column_list(one.slug) for one in around.columns.values())


def _newest(around: Furniture, columns: list[Column], found: Front) -> Dressed | None:
    """The newest bulletin; where a site has none, the newest of anything."""
    bulletins = [one for one in columns if one.kind == ColumnKind.BULLETIN]
    row = found.newest(bulletins) or found.newest(columns)
    if row is None:
        return None
    column = around.column(row.list.partition(":")[2])
    return Dressed.of(row.entry(found.sight), str(column or ""), row.edition, found.sight)


def _pinned(found: Front, newest: Dressed | None) -> list[Entry]:
    """Each once, and not what stands above already."""
    known = {newest.entry.number} if newest else set()
    entries = {one.number: one for one in (row.entry(found.sight) for row in found.pins())}
    return [one for number, one in entries.items() if number not in known]


def _columns(
    columns: list[Column], found: Front, block: Block
) -> Iterator[tuple[Column, list[Entry]]]:
    for column in columns:
        rows = found.first(column)[: block.most]
        if rows:
            yield column, [row.entry(found.sight) for row in rows]


def _regions(found: list[Counted], sight: Sight) -> list[Counted]:
    today = sight.shown.astimezone(BEIJING).date()
    return [one for one in still_there(found, sight) if one.held and one.exists(today)]
