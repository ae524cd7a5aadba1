"""GIN of PostgreSQL, over tokens that a function makes of a row: the rows themselves keep none
(as a column of their own they take six times the text).

GIN knows no order. Every passage bears marks of when it came, for 2,048 ids and up to 524,288:
what is common is looked for among the newest first.
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import StringIO
from pathlib import Path

from django.db import OperationalError, connection, transaction

from bulletins.indexing.engines.candidates import (
    COLUMNS,
    EVERYTHING,
    FIELDS,
    TEXTS,
    Candidate,
    Entry,
    but_of,
)
from bulletins.indexing.expressions import All, Any, Expression, Form, Has, spelt
from bulletins.indexing.making import Row
from bulletins.indexing.slots import index_of, table_of
from bulletins.indexing.tokens import MARK

log = logging.getLogger(__name__)

SPELT = False  # tokens need not be given: a function makes them of the row
FORM = Form("'{}'", " & ", " | ", " & !")  # as a tsquery
TOKENS = "lantai_tokens(id, kind, words, sounds, context, places)"
# "+ 0": else it reads the ids of half a table from their own index, to hold them against tokens'
FIND = (
    "SELECT {columns} FROM {table} WHERE {tokens} @@ %s::tsquery AND {between}{unseen}"
    " ORDER BY {order} LIMIT %s"
)
NEWEST_FIRST = "id DESC"
# ANALYZE would make the tokens of 30,000 rows, 4 s of work; no plan is chosen by what it learns
UNSAMPLED = 'ALTER INDEX "{index}" ALTER COLUMN 1 SET STATISTICS 0'
Stretch = tuple[Expression | None, str, str]  # marks of age, where, in which order
COUNTED = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
SETTLED = "SET CONSTRAINTS ALL IMMEDIATE"  # no table is changed while a check on it waits
# Mark, bits of an id that it does not tell: of each the newest two to five are asked for
AGES = (("a", 11), ("b", 13), ("c", 15), ("d", 17), ("e", 19))
MOST_OF_AN_AGE = 4
ENOUGH = 1.2  # times as many as are asked for are to be expected where one begins
SETTINGS = {
    "work_mem": "64MB",  # a bitmap that forgets rows asks the function again
    # The function's cost makes every question look long: compiling it, or starting another process
    # for it, took 100 ms where the answer takes 2
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    # It takes tokens to be spread evenly, and would read all rows from the newest on, making the
    # tokens of each, to find sixty of four thousand that are not there: 9 s
    "enable_indexscan": "off",
    # Words that stand everywhere and never together are looked for no longer than that
    "statement_timeout": "2s",
}
NEWEST, OLDEST = "SELECT (SELECT max(id) FROM {table})", ", (SELECT min(id) FROM {table})"
TOLD = "".join(f", set_config('{name}', '{value}', true)" for name, value in SETTINGS.items())


@cache
def function() -> str:
    """The SQL that makes it."""
    return Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


def create(slot: str) -> None:
    _run(SETTLED)
    index = index_of(slot)
    _run(f'CREATE INDEX IF NOT EXISTS "{index}" ON "{table_of(slot)}" USING gin ({TOKENS})')
    _run(UNSAMPLED.format(index=index))


def drop(slot: str) -> None:
    _run(SETTLED)
    _run(f'DROP INDEX IF EXISTS "{index_of(slot)}"')


def enter(slot: str, entries: Iterable[Entry]) -> None:
    """The row itself is the entry."""


def leave(slot: str, entries: Iterable[Entry]) -> None:
    """It goes with its row."""


def empty(slot: str) -> None:
    """Nothing is left in slot and index; inside a transaction."""
    _run(SETTLED)
    _run(f'TRUNCATE "{table_of(slot)}" RESTART IDENTITY')


def clear(slot: str) -> bool:
    """The same; whether there is more to do."""
    empty(slot)
    return False


def begin(slot: str) -> None:
    """Before many rows come: the index is made at the end, by the function as it is now."""
    empty(slot)
    drop(slot)
    _run(function())


def store(slot: str, rows: Sequence[Row], tokens: Iterable[str]) -> None:
    """Many new rows, by COPY, in the order of their ids to be."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST.format(table=table_of(slot)))
        first = (cursor.fetchone()[0] or 0) + 1
        lines = (_line(pk, row) for pk, row in enumerate(rows, start=first))
        sent = StringIO("".join(lines))
        columns = ", ".join(FIELDS)
        cursor.copy_expert(f'COPY "{table_of(slot)}" ({columns}) FROM STDIN', sent)
        cursor.execute(COUNTED.format(table=table_of(slot)))


def _line(pk: int, row: Row) -> str:
    """As COPY takes it; a folded text has no backslash."""
    edition, kind, part, key, piece, words, sounds, context, places = row
    words, sounds = words.replace("\n", "\\n"), sounds.replace("\n", "\\n")
    said = f"{pk}\t{edition}\t{kind}\t{part}\t{key}\t{piece}"
    return f"{said}\t{words}\t{sounds}\t{context}\t{places}\n"


def end(slot: str) -> None:
    """After many rows came; outside a transaction."""
    with transaction.atomic():
        _run("SET LOCAL maintenance_work_mem = '256MB'")
        _run(f'LOCK TABLE "{table_of(slot)}" IN SHARE ROW EXCLUSIVE MODE')  # one makes it
        create(slot)
    _run(f'ANALYZE "{table_of(slot)}"')  # it samples an index until its making was committed


def tidy(slot: str) -> None:
    """Rows that were entered one by one wait in a list of their own; outside a transaction."""
    _run(f'VACUUM (ANALYZE) "{table_of(slot)}"')


class Asking:
    """Questions to one slot, in one transaction; newest: its greatest id when it began.

    start: where what is asked for begins, as far as is known; what is newer comes last.
    unseen: editions left out.
    """

    def __init__(
        self, slot: str, newest: int, unseen: Collection[int] = (), oldest: int = 1
    ) -> None:
        self.slot, self.newest, self.start, self.oldest = slot, newest, newest, oldest
        self.unseen = but_of("edition_id", unseen)

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
        """The newest first. words: with their texts. above: no older ones.

        below: only what comes behind that id in this order. share: of all passages that are likely
        to be found: how far back one begins to look.
        """
        columns = ", ".join((*COLUMNS, *(TEXTS if words else ())))
        many = int(ENOUGH * limit / share) if share else 0
        said = {"columns": columns, "table": table_of(self.slot), "tokens": TOKENS}
        found: list[Candidate] = []
        with connection.cursor() as cursor:
            for age, between, order in self._stretches(below, above, many):
                sql = FIND.format(**said, between=between, unseen=self.unseen, order=order)
                narrowed = All((asked, age)) if age else asked
                cursor.execute(sql, [spelt(narrowed, FORM), limit - len(found)])
                found += [Candidate(*row) for row in cursor.fetchall()]
                if len(found) >= limit:
                    break
        return found

    def _stretches(self, below: int, above: int, many: int) -> Iterator[Stretch]:
        """One behind the other, none twice; none where there is nothing."""
        above = max(above, self.oldest - 1)
        if self.start < below < EVERYTHING:  # of what comes last, some was seen
            yield None, _between(max(self.start, above), below), NEWEST_FIRST
            return
        top = min(below, self.start + 1)
        for age, oldest in _ages(top - 1, many):
            if age is None and self.start < self.newest:
                between = f"(id + 0 < {top} OR id + 0 > {self.start}) AND id + 0 > {above}"
                yield None, between, f"id > {self.start}, {NEWEST_FIRST}"
            elif top > above + 1:
                yield age, _between(above, top), NEWEST_FIRST
            top = min(top, oldest) if age else top


@contextmanager
def asking(slot: str, unseen: Collection[int] = ()) -> Iterator[Asking]:
    """For several questions: what PostgreSQL has to be told first is said once.

    unseen: editions of which no passage is to be found.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute((NEWEST + OLDEST).format(table=table_of(slot)) + TOLD)
            newest, oldest, *_ = cursor.fetchone()
        yield Asking(slot, newest or 0, unseen, oldest or 1)


def find(
    slot: str,
    asked: Expression,
    limit: int,
    *,
    words: bool = False,
    unseen: Collection[int] = (),
) -> list[Candidate]:
    """One question; nothing, where that took too long."""
    try:
        with asking(slot, unseen) as index:
            return index.find(asked, limit, words=words)
    except OperationalError:
        log.warning("A question to the index took too long", exc_info=True)
        return []


def _between(above: int, below: int) -> str:
    return f"id + 0 < {below} AND id + 0 > {above}"


def _ages(newest: int, many: int) -> Iterator[tuple[Expression | None, int]]:
    """So many of the newest, more, still more, all; and the oldest id of each."""
    for mark, bits in AGES:
        last = newest >> bits
        further = (many >> bits) + 1  # the newest may have just begun
        if further <= MOST_OF_AN_AGE and further < last:
            each = (Has(f"{MARK}{mark}{last - n}") for n in range(further + 1))
            yield Any(tuple(each)), (last - further) << bits
    yield None, 0


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
