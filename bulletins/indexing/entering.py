"""A slot brought to what an article says: only what changed is written."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletins.indexing.cutting import Place
from bulletins.indexing.engines import engine
from bulletins.indexing.making import Kept, Row, Said, rows_of_texts
from bulletins.indexing.passages import passages_of
from bulletins.indexing.places import Marks
from bulletins.indexing.slots import rows_of
from bulletins.indexing.tokens import spelt
from bulletins.models import Edition
from bulletins.models.passage import Passage

FIELDS = Row._fields
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
    wanted = [rows_of(slot)(**row._asdict()) for row in rows_for(editions, words, kept)]
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
    editions: Iterable[Edition],
    words: tuple[str, ...],
    kept: Kept | None = None,
    marks: Marks | None = None,
) -> list[Row]:
    """The rows of these editions, not stored."""
    marks = marks or Marks()
    return rows_of_texts([said_by(edition, marks) for edition in editions], words, kept or {})


def said_by(edition: Edition, marks: Marks) -> Said:
    """What there is to be found of it."""
    whole, texts = marks.of(edition), list(passages_of(edition))
    marks.meet({code for text in texts for code in text.regions})
    places = [f"{whole} {marks.of_regions(text.regions)}".strip() for text in texts]
    return Said(edition.pk, texts, places)


def drop(slot: str, rows: Sequence[Passage]) -> None:
    """Take these rows out of a slot."""
    _write(slot, rows, [], [])


def entries(rows: Iterable[Passage]) -> Iterator[tuple[int, str]]:
    """As an engine takes them: id and tokens of each."""
    return ((row.pk, spelt(*(getattr(row, name) for name in SAID))) for row in rows)


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
