"""A slot brought to what an article says: only what changed is written."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletins.indexing.cutting import Cut, Place, cut
from bulletins.indexing.engines import engine
from bulletins.indexing.passages import Text, passages_of
from bulletins.indexing.places import Marks
from bulletins.indexing.slots import rows_of
from bulletins.indexing.tokens import spelt
from bulletins.models import Edition
from bulletins.models.passage import Passage

FIELDS = ("edition_id", "kind", "part", "key", "piece", "words", "sounds", "context", "places")
SAID = ("kind", "words", "sounds", "context", "places")


class Change(NamedTuple):
    """A row as it was, and as it is to be."""

    before: Passage
    after: Passage


def bring(
    slot: str, old: Sequence[Passage], editions: Iterable[Edition], words: tuple[str, ...]
) -> None:
    """Have the slot hold the passages of these editions in place of the old rows.

    A passage that stood there already keeps its row, also from one edition to the next, so that a
    correction makes nothing newer than it is. words: of the office, by which texts are cut.
    """
    kept = {_place(row): (row.words, row.sounds) for row in old}
    wanted = rows_for(slot, editions, words, kept)
    free = _by_place(old)
    changed, new = list[Change](), list[Passage]()
    for row in wanted:
        before = _taken(free, row)
        if before is None:
            new.append(row)
            continue
        row.pk = before.pk
        if any(getattr(row, name) != getattr(before, name) for name in FIELDS):
            changed.append(Change(before, row))
    gone = [row for rows in free.values() for row in rows]
    _write(slot, gone, changed, new)


def rows_for(
    slot: str,
    editions: Iterable[Edition],
    words: tuple[str, ...],
    kept: dict[Place, Cut] | None = None,
    marks: Marks | None = None,
) -> list[Passage]:
    """The rows of these editions, not stored."""
    marks, model = marks or Marks(), rows_of(slot)
    return [
        _row(model, edition, text, cut(text, words, kept or {}), whole, marks)
        for edition in editions
        for whole in [marks.of(edition)]
        for text in passages_of(edition)
    ]


def drop(slot: str, rows: Sequence[Passage]) -> None:
    """Take these rows out of a slot."""
    _write(slot, rows, [], [])


def entries(rows: Iterable[Passage]) -> Iterator[tuple[int, str]]:
    """As an engine takes them: id and tokens of each."""
    return ((row.pk, spelt(*(getattr(row, name) for name in SAID))) for row in rows)


def _row(
    model: type[Passage], edition: Edition, text: Text, words: Cut, whole: str, marks: Marks
) -> Passage:
    return model(
        edition_id=edition.pk,
        kind=text.kind,
        part=text.part,
        key=text.key,
        piece=text.piece,
        words=words[0],
        sounds=words[1],
        context=text.context,
        places=f"{whole} {marks.of_regions(text.regions)}".strip(),
    )


def _write(
    slot: str, gone: Sequence[Passage], changed: Sequence[Change], new: Sequence[Passage]
) -> None:
    model, index = rows_of(slot), engine()
    said = [one for one in changed if _said(one.before) != _said(one.after)]
    index.leave(slot, entries([*gone, *(one.before for one in said)]))
    model._default_manager.filter(pk__in=[row.pk for row in gone]).delete()
    _overwrite(model, changed)
    model._default_manager.bulk_create(new, batch_size=500)
    index.enter(slot, entries([*(one.after for one in said), *new]))


def _overwrite(model: type[Passage], changed: Sequence[Change]) -> None:
    """What only goes over to another edition, all in one statement."""
    moved: dict[int, list[int]] = {}
    for before, after in changed:
        if _rest(before) == _rest(after):
            moved.setdefault(after.edition_id, []).append(after.pk)
        else:
            values = {name: getattr(after, name) for name in FIELDS}
            model._default_manager.filter(pk=after.pk).update(**values)
    for edition, rows in moved.items():
        model._default_manager.filter(pk__in=rows).update(edition_id=edition)


def _rest(row: Passage) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in FIELDS[1:])


def _said(row: Passage) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in SAID)


def _place(row: Passage) -> Place:
    return row.kind, row.part, row.key, row.piece


def _by_place(rows: Sequence[Passage]) -> dict[Place, list[Passage]]:
    found: dict[Place, list[Passage]] = {}
    for row in rows:
        found.setdefault(_place(row), []).append(row)
    return found


def _taken(free: dict[Place, list[Passage]], wanted: Passage) -> Passage | None:
    """The row of the same edition first, else that of one that leaves."""
    rows = free.get(_place(wanted), [])
    own = next((n for n, row in enumerate(rows) if row.edition_id == wanted.edition_id), 0)
    return rows.pop(own) if rows else None
