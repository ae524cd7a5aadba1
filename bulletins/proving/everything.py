"""All of it, a batch at a time: as much memory however large the site is."""

from collections.abc import Collection, Iterator

from bulletins.listing.names import Places
from bulletins.models import Edition
from bulletins.proving.lists import count_faults, left_over, list_faults
from bulletins.proving.texts import text_faults
from bulletins.proving.unproved import Unproved

STEP = 100


def unproved(articles: Collection[int] | None = None) -> Iterator[Unproved]:
    """articles: only these, by number; else all, and what is no article's."""
    released = Edition.objects.released().filter(article__erased_at=None).order_by("pk")
    if articles is not None:
        released = released.filter(article__number__in=articles)
    places, last = Places(), 0
    while batch := list(released.filter(pk__gt=last).values_list("pk", flat=True)[:STEP]):
        yield from _of(batch, places)
        last = batch[-1]
    if articles is None:
        yield from left_over()
        yield from count_faults()


def _of(editions: Collection[int], places: Places) -> Iterator[Unproved]:
    """Looked at twice before anything is said: something may be released between two questions."""
    suspects = set(_once(editions, places))
    if suspects:
        yield from (one for one in _once(editions, Places()) if one in suspects)


def _once(editions: Collection[int], places: Places) -> Iterator[Unproved]:
    yield from text_faults(editions)
    yield from list_faults(editions, places)
