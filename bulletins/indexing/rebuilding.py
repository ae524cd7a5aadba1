"""The index made anew in the other slot, while the first one answers; then they change places.

Each batch is a transaction: what was killed goes on where it was. What changes meanwhile is noted
(``ToIndex``) and looked at once more before the change. Two that make it at once share the work.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from bulletins.indexing import lexicon
from bulletins.indexing.cutting import RULES
from bulletins.indexing.engines import engine
from bulletins.indexing.entering import entries, rows_for
from bulletins.indexing.places import Marks
from bulletins.indexing.slots import held_state, other, rows_of, state
from bulletins.indexing.writing import bring_public, public_editions
from bulletins.models import Edition, SearchIndex, ToIndex
from regions.models import Region

REGION = ("pk", "name", "short_name", "parent", "also_under")
STEP = 100  # editions in one transaction
Key = tuple[datetime, int]  # first publication, primary key


class Progress(NamedTuple):
    """How many editions stand in the new slot, of how many."""

    done: int
    total: int


def is_stale() -> bool:
    """Whether words, rules or regions have changed since the index was made, or its making was cut
    off.
    """
    index = state()
    return bool(index.building) or (tuple(index.words), index.rules) != _wanted()


def rebuild(*, anew: bool = False, until: datetime | None = None) -> Iterator[Progress]:
    """Go on with the slot that is being made, or begin one; yields after every batch.

    anew: begin again. until: when to stop; what is done stays done.
    """
    _begin(anew)
    order, marks = _order(), Marks(everywhere=True)
    while until is None or timezone.now() < until:
        index, more = _batch(order, marks)
        yield Progress(index.done, max(len(order), index.done))
        if not more and finish(index):
            return


@transaction.atomic
def _begin(anew: bool) -> None:
    index = held_state()
    words, rules = _wanted()
    same = (tuple(index.building_words), index.building_rules) == (words, rules)
    if index.building and same and not anew:
        return
    index.building = other(index.slot)
    index.building_words, index.building_rules = list(words), rules
    index.reached_at, index.reached, index.done = None, 0, 0
    index.begun_at = timezone.now()
    engine().begin(index.building)
    _keep(index)


@transaction.atomic
def _batch(order: Sequence[Key], marks: Marks) -> tuple[SearchIndex, bool]:
    """How far it is, and whether there is more."""
    index = held_state()
    keys = _after(order, index)[:STEP] if index.building else []
    if not keys:
        return index, False
    found = public_editions().in_bulk([pk for _, pk in keys])
    editions = [found[pk] for _, pk in keys if pk in found]
    _store(index, editions, marks)
    index.reached_at, index.reached = keys[-1]
    index.done += len(editions)
    _keep(index)
    return index, True


def _order() -> list[Key]:
    """By first publication: the newest get the greatest ids. Whatever comes later is noted."""
    rows = public_editions().order_by("article__first_published_at", "pk")
    keys = rows.prefetch_related(None).values_list("article__first_published_at", "pk")
    return [(moment, pk) for moment, pk in keys if moment]


def _after(order: Sequence[Key], index: SearchIndex) -> Sequence[Key]:
    """Those that the slot does not hold yet."""
    if index.reached_at is None:
        return order
    return order[bisect_right(order, (index.reached_at, index.reached)) :]


def _store(index: SearchIndex, editions: Sequence[Edition], marks: Marks) -> None:
    slot = index.building
    rows = rows_for(slot, editions, tuple(index.building_words), marks=marks)
    engine().store(slot, rows)
    engine().enter(slot, entries(rows))


def finish(made: SearchIndex) -> bool:
    """Make the index of what stands there, then have the slots change places.

    made: as it was when all was stored. False if somebody has begun it anew since. What stands in
    the slot left is for those who are in the middle of a search (``clear_left``).
    """
    if not made.building:
        return True  # somebody else was faster
    engine().end(made.building)
    with transaction.atomic():
        index = held_state()
        if not index.building or index.begun_at != made.begun_at:
            return not index.building
        for noted in ToIndex.objects.select_related("article"):
            bring_public(index.building, noted.article, tuple(index.building_words))
        ToIndex.objects.all().delete()
        index.slot = index.building
        index.words, index.rules = index.building_words, index.building_rules
        index.building, index.building_words, index.building_rules = "", [], ""
        index.built_at = timezone.now()
        _keep(index)
        return True


def clear_left(before: datetime) -> None:
    """Empty the slot that was left, if that was before then, and it is not made anew already.

    Step by step: whoever writes waits for each.
    """
    while _clear_some(before):
        pass


@transaction.atomic
def _clear_some(before: datetime) -> bool:
    index = held_state()
    if index.building or index.built_at >= before:
        return False
    left = other(index.slot)
    return rows_of(left)._default_manager.exists() and engine().clear(left)


def _wanted() -> tuple[tuple[str, ...], str]:
    return lexicon.words(), f"{RULES}.{_regions()}"


def _regions() -> str:
    """The same as long as no region is called or lies otherwise: every passage's places say it."""
    rows = Region.objects.order_by("pk").values_list(*REGION)
    return sha256(repr(list(rows)).encode()).hexdigest()[:12]


def _keep(index: SearchIndex) -> None:
    values = {field.attname: getattr(index, field.attname) for field in index._meta.concrete_fields}
    SearchIndex.objects.filter(pk=1).update(**values)
