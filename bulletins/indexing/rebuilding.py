"""The index made anew in the other slot, while the first one answers; then they change places.

Each batch is a transaction: what was killed goes on where it was. What changes meanwhile is noted
(``ToIndex``) and looked at once more before the change. Two at once make one index:
each leaves out what the other has stored.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from bulletins.indexing import lexicon
from bulletins.indexing.beside import Made, Maker, made
from bulletins.indexing.cutting import RULES
from bulletins.indexing.engines import engine
from bulletins.indexing.entering import said_by
from bulletins.indexing.making import Said
from bulletins.indexing.places import Marks
from bulletins.indexing.slots import held_state, other, rows_of, state
from bulletins.indexing.sweeping import not_swept, swept_apart
from bulletins.indexing.writing import bring_public, public_editions
from bulletins.models import Edition, SearchIndex, ToIndex
from regions.models import Region

REGION = ("pk", "name", "short_name", "parent", "also_under")
STEP = 100  # editions in one transaction
MANY = 500  # for fewer it is not worth while to have another process
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
    while (index := state()).building and (until is None or timezone.now() < until):
        order = _order()
        left = _after(order, index)
        for reached in _batches(index, left) if left else (index,):
            yield Progress(reached.done, max(len(order), reached.done))
            if until is not None and timezone.now() >= until:
                return
        if not left and finish(index):
            return


def _batches(index: SearchIndex, left: Sequence[Key]) -> Iterator[SearchIndex]:
    """Store what is left; how far it is after each batch. Ends where somebody began anew.

    It is read ahead: what changes after that is noted, as all that changes meanwhile.
    """
    marks, maker = Marks(everywhere=True), Maker(index.building_words, spelt=engine().SPELT)
    batches = [left[n : n + STEP] for n in range(0, len(left), STEP)]
    read = (_read(keys, marks) for keys in batches)
    each = made(read, maker, apart=len(left) >= MANY)
    with swept_apart(), closing(each):
        for keys, said in zip(batches, each, strict=True):
            reached = _store_next(index, keys, said, lambda some: maker.make(_read(some, marks)))
            if reached is None:
                return
            yield reached


def _read(keys: Sequence[Key], marks: Marks) -> list[Said]:
    with not_swept():
        found = public_editions().in_bulk([pk for _, pk in keys])
        return [said_by(found[pk], marks) for _, pk in keys if pk in found]


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
def _store_next(
    begun: SearchIndex, keys: Sequence[Key], said: Made, again: Callable[[Sequence[Key]], Made]
) -> SearchIndex | None:
    """How far it is then; None if it is another that is being made, or none any more.

    again: where somebody else has stored some, or some have changed, they are read once more.
    """
    index = held_state()
    if not index.building or index.begun_at != begun.begun_at:
        return None
    if missing := _after(keys, index):
        same = len(missing) == len(keys) and not _is_noted(keys)
        engine().store(index.building, *(said if same else again(missing)))
        index.reached_at, index.reached = keys[-1]
        index.done += len(missing)
        _keep(index)
    return index


def _is_noted(keys: Sequence[Key]) -> bool:
    """Whether any of them is to be looked at once more."""
    editions = Edition.objects.filter(pk__in=[pk for _, pk in keys])
    return editions.filter(article__in=ToIndex.objects.values("article")).exists()


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
