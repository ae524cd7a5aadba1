"""FTS5 of SQLite 3.40: tokens without positions, deleted by what was entered (it cannot look)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from django.db import connection
from django.db.backends.utils import CursorWrapper

from bulletins.indexing.engines.candidates import (
    COLUMNS,
    EVERYTHING,
    FIELDS,
    TEXTS,
    Candidate,
    Entry,
    but_of,
)
from bulletins.indexing.expressions import Expression, Form, spelt
from bulletins.indexing.making import Row
from bulletins.indexing.slots import index_of, table_of
from bulletins.indexing.tokens import SIGNS

OF = {  # every piece of SQL names tables of ours alone
    "create": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5(tokens, content='', detail=none,"
        " columnsize=0, tokenize=\"ascii tokenchars '{signs}'\")"
    ),
    "drop": "DROP TABLE IF EXISTS {index}",
    "enter": "INSERT INTO {index} (rowid, tokens) VALUES (%s, %s)",
    "leave": "INSERT INTO {index} ({index}, rowid, tokens) VALUES ('delete', %s, %s)",
    "empty": "INSERT INTO {index} ({index}) VALUES ('delete-all')",
    "clear": "DELETE FROM {table}",
    "clear some": (
        "DELETE FROM {table} WHERE id IN (SELECT id FROM {table} ORDER BY id LIMIT {some})"
    ),
    "last": "SELECT max(id) FROM {table}",
    "store": "INSERT INTO {table} ({columns}) VALUES ({marks})",
    "merge": "INSERT INTO {index} ({index}, rank) VALUES ('merge', {pages})",
    "find": (
        "SELECT {columns} FROM {index} i CROSS JOIN {table} p ON p.id = i.rowid"
        " WHERE {index} MATCH %s AND i.rowid < %s AND i.rowid > %s{unseen}"
        " ORDER BY i.rowid DESC LIMIT %s"
    ),
}
FORM = Form('"{}"', " AND ", " OR ", " NOT ")  # as MATCH takes it
AT_ONCE = 5_000  # rows
SPELT = True  # tokens are given, for it makes none itself
PAGES = 500  # some hundredths of a second


def create(slot: str) -> None:
    _run("create", slot)


def drop(slot: str) -> None:
    _run("drop", slot)


def enter(slot: str, entries: Iterable[Entry]) -> None:
    """Rows that stand in the slot's table now. entries: id and tokens of each."""
    _many("enter", slot, entries)


def leave(slot: str, entries: Iterable[Entry]) -> None:
    """Rows that stand there no more, with the tokens under which they were entered."""
    _many("leave", slot, entries)


def empty(slot: str) -> None:
    """Nothing is left in slot and index; inside a transaction."""
    _run("empty", slot)
    with connection.cursor() as cursor:
        cursor.execute(_sql("clear", slot))
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table_of(slot)])


def clear(slot: str) -> bool:
    """The same in steps, for what is deleted is overwritten; whether there is more to do."""
    _run("empty", slot)
    with connection.cursor() as cursor:
        cursor.execute(_sql("clear some", slot, some=str(AT_ONCE)))
        return bool(cursor.rowcount == AT_ONCE)


def begin(slot: str) -> None:
    """Before many rows come."""
    empty(slot)


def store(slot: str, rows: Sequence[Row], tokens: Iterable[str]) -> None:
    """Many new rows with their tokens, in the order of their ids to be."""
    with connection.cursor() as cursor:
        cursor.execute(_sql("last", slot))
        first = (cursor.fetchone()[0] or 0) + 1
        columns, marks = ", ".join(FIELDS), ", ".join(["%s"] * len(FIELDS))
        values = [(pk, *row) for pk, row in enumerate(rows, start=first)]
        cursor.executemany(_sql("store", slot, columns=columns, marks=marks), values)
    enter(slot, enumerate(tokens, start=first))


def end(slot: str) -> None:
    """After many rows came: what was deleted is out of the index's own pages, too.

    Outside a transaction: in steps, for whoever writes waits for each. FTS5's 'optimize' does the
    same at once, a minute long where there are 100,000 texts.
    """
    with connection.cursor() as cursor:
        pages = -PAGES  # negative: begin with everything; then go on with what was begun
        while True:
            before = _changes(cursor)
            cursor.execute(_sql("merge", slot, pages=str(pages)))
            if _changes(cursor) - before < 2:  # as FTS5 says that nothing was left to do
                return
            pages = PAGES


def _changes(cursor: CursorWrapper) -> int:
    cursor.execute("SELECT total_changes()")
    (found,) = cursor.fetchone()
    return int(found)


tidy = end


class Asking:
    """Questions to one slot; newest: its greatest id when it began. unseen: editions left out.

    start: what it is for on PostgreSQL, FTS5 does by itself.
    """

    start: int

    def __init__(self, slot: str, unseen: Collection[int] = ()) -> None:
        self.slot = slot
        self.unseen = but_of("p.edition_id", unseen)

    @cached_property
    def newest(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute(_sql("last", self.slot))
            return int(cursor.fetchone()[0] or 0)

    def find(
        self,
        asked: Expression,
        limit: int,
        *,
        words: bool = False,
        below: int = EVERYTHING,
        above: int = 0,
        share: float = 0.0,
    ) -> list[Candidate]:
        """The newest first. words: with their texts. below, above: only ids between these.

        share: what it is for on PostgreSQL, FTS5 does by itself.
        """
        columns = ", ".join(f"p.{name}" for name in (*COLUMNS, *(TEXTS if words else ())))
        with connection.cursor() as cursor:
            sql = _sql("find", self.slot, columns=columns, unseen=self.unseen)
            cursor.execute(sql, [spelt(asked, FORM), below, above, limit])
            return [Candidate(*row) for row in cursor.fetchall()]


@contextmanager
def asking(slot: str, unseen: Collection[int] = ()) -> Iterator[Asking]:
    """For several questions. unseen: editions of which no passage is to be found."""
    yield Asking(slot, unseen)


def find(
    slot: str,
    asked: Expression,
    limit: int,
    *,
    words: bool = False,
    unseen: Collection[int] = (),
) -> list[Candidate]:
    """One question."""
    return Asking(slot, unseen).find(asked, limit, words=words)


def _sql(name: str, slot: str, **pieces: str) -> str:
    known = {"index": index_of(slot), "table": table_of(slot), "signs": SIGNS}
    return OF[name].format(**known, **pieces)


def _run(name: str, slot: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_sql(name, slot))


def _many(name: str, slot: str, entries: Iterable[Entry]) -> None:
    values = list(entries)
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(_sql(name, slot), values)
