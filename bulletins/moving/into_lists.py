"""Where articles that move in stand in the lists, from the first moment on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.utils import timezone

from bulletins.listing import counting
from bulletins.listing.names import ALL, Places, column_list, region_list, tag_list
from bulletins.listing.writing import listings
from bulletins.models import Column, Listing
from bulletins.moving.inserting import insert
from bulletins.moving.moved import Moved
from bulletins.moving.tags import Tags


def put_in_lists(batch: Sequence[Moved], tags: Tags) -> None:
    """Lists and their counts; inside the transaction that stores them."""
    counting.hold()
    now, places = timezone.now(), Places(everywhere=True)
    listed = [row for moved in batch for row in _listings(moved, places, tags)]
    live = Counter(row.list for row in listed if row.live_from <= now < row.live_until)
    steps = {row.list: live[row.list] for row in listed}
    kept = counting.advance(steps.keys(), now)
    insert(listed)
    counting.change(kept, steps)


def _listings(moved: Moved, places: Places, tags: Tags) -> Iterator[Listing]:
    if moved.released is None:
        return
    moved.edition.live_from, moved.edition.live_until = moved.released, moved.article.ends
    columns = places.columns_around(moved.column.pk, *(column.pk for column in moved.placings))
    names = _lists(moved, columns, places, tags)
    pins = places.on_top({column.pk: until for column, until in moved.placings.items() if until})
    yield from listings(moved.edition, moved.parts, names, columns, pins)


def _lists(moved: Moved, columns: Iterable[Column], places: Places, tags: Tags) -> set[str]:
    codes = {part.region_id for part in moved.parts if part.region_id}
    return (
        {ALL}
        | {column_list(column.slug) for column in columns}
        | {region_list(code) for code in places.with_above(codes)}
        | {tag_list(tag.slug) for tag in tags.of(moved.document.tags)}
    )
