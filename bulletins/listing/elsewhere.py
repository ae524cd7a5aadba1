"""Writing the lists anew when a column comes to lie elsewhere: of all that is filed below it."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone

from bulletins.listing import counting
from bulletins.listing.names import ALL, ALL_CLOSED, CLOSED, OPEN, Places, column_list, facet_list
from bulletins.listing.writing import STEP, in_lists
from bulletins.models import Column, Edition, Listing, Placing, State, Validity

FACETS = (OPEN, CLOSED, *Validity.values)
OF_COLUMNS = Q(list__startswith="column:") | Q(list=ALL_CLOSED)
# The same in every row of an edition
PRINTED = (
    *("first_published_at", "archived_at", "deadline", "number", "title", "regions"),
    *("summary", "link"),
)
LONG = [f"edition__{name}" for name in ("lead", "closing", "rendered", "rendered_facts")]


def relist_column(column: Column) -> None:
    """Have everything filed or placed in it, or in what leads to it, stand where it belongs now.

    Called after the column was stored, inside its transaction; where a column leads is not changed
    by what it leads to, so these are the articles it had before, too.
    """
    now = timezone.now()
    counting.hold()
    places = Places()
    inside = places.leading_to(column.pk)
    editions = _released_in(inside)
    kept = counting.advance({*_stood_in(editions), *_may_stand_in(inside, places)}, now)
    steps: Counter[str] = Counter()
    for batch in _batches(editions):
        steps.subtract(_live(batch, now))
        _rewrite(batch, places)
        steps.update(_live(batch, now))
    counting.change(kept, steps)


def _released_in(columns: Collection[int]) -> list[int]:
    placed = Placing.objects.filter(column__in=columns).values("article")
    found = Edition.objects.filter(state=State.RELEASED, article__erased_at=None)
    here = found.filter(Q(column__in=columns) | Q(article__in=placed))
    return list(here.order_by("pk").values_list("pk", flat=True))


def _stood_in(editions: list[int]) -> Iterator[str]:
    """Regions and tags, too: by which columns they are looked through has changed."""
    for batch in _batches(editions):
        rows = Listing.objects.filter(edition__in=batch)
        yield from rows.order_by().values_list("list", flat=True).distinct()


def _may_stand_in(columns: Collection[int], places: Places) -> Iterator[str]:
    yield ALL_CLOSED
    for one in places.columns_around(*columns):
        yield column_list(one.slug)
        yield from (facet_list(one.slug, facet) for facet in FACETS)


def _live(editions: list[int], at: datetime) -> dict[str, int]:
    live = Listing.objects.filter(edition__in=editions, live_from__lte=at, live_until__gt=at)
    return dict(live.order_by().values_list("list").annotate(how_many=Count("pk")))


def _rewrite(editions: list[int], places: Places) -> None:
    """Their rows in columns' lists; those in others stand, and no text has to be read."""
    rows = Listing.objects.filter(edition__in=editions)
    whole = rows.filter(list=ALL).select_related("edition__article").defer(*LONG)
    found = list(whole.prefetch_related("edition__article__placings"))
    rows.filter(OF_COLUMNS).delete()
    Listing.objects.bulk_create(new for row in found for new in _in_columns(row, places))


def _in_columns(row: Listing, places: Places) -> Iterator[Listing]:
    """row: the edition's in the list of all."""
    columns, pins = places.columns_of(row.edition), places.pins_of(row.edition)
    said = {name: getattr(row, name) for name in PRINTED}
    names = [column_list(one.slug) for one in columns]
    return in_lists(row.edition, names, columns, pins, said)


def _batches(editions: list[int]) -> Iterator[list[int]]:
    return (editions[start : start + STEP] for start in range(0, len(editions), STEP))
