"""The refusals in force in the database, and lifting some, as one with the database in hand may."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from accounts.refusals import REFUSALS as OF_RECORDS
from accounts.triggers import Refusal
from bulletins.refusals import REFUSALS as OF_EDITIONS
from bulletins.refusals.intervals import CREATE, DROP, ON_SQLITE
from bulletins.refusals.intervals import NAME as INTERVALS

ON_EVERY_ENGINE: dict[str, Refusal] = {one.name: one for one in (*OF_RECORDS, *OF_EDITIONS)}
EVERYTHING = (*ON_EVERY_ENGINE, INTERVALS)

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
POSTGRESQL = """
    SELECT t.tgname, concat_ws(' ', pg_get_triggerdef(t.oid), p.prosrc, t.tgenabled)
    FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal
    UNION SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'x'"""


def execute(*statements: str) -> None:
    """SQL as a shell gives it: no model and no verb in between."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def in_force() -> dict[str, str]:
    """Name → what the database itself says it is, the constraint on intervals included."""
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL if connection.vendor == "postgresql" else SQLITE)
        return dict(cursor.fetchall())


@contextmanager
def lifted(*names: str) -> Iterator[None]:
    """These refusals out of force, as code spells them today."""
    _run("drop", names)
    yield
    _run("create", names)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside did not happen afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _run(step: str, names: tuple[str, ...]) -> None:
    if connection.vendor == "postgresql":
        # A table on whose keys a look is still owed lets nobody at its triggers.
        execute("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")
    for name in names:
        execute(*_statements(step, name))


def _statements(step: str, name: str) -> Iterator[str]:
    if name == INTERVALS and connection.vendor == "postgresql":
        yield DROP if step == "drop" else CREATE
        return
    (refusal,) = ON_SQLITE if name == INTERVALS else (ON_EVERY_ENGINE[name],)
    yield from (
        refusal.drop(connection.vendor) if step == "drop" else refusal.create(connection.vendor)
    )
