"""Emptying the database after a test that commits, although it refuses to lose its records.

PostgreSQL empties tables by TRUNCATE, which asks no row's trigger; SQLite by DELETE, which does.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from unittest.mock import patch

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.sqlite3.base import DatabaseWrapper

from tests.refusals import in_force

Flush = Callable[[BaseDatabaseOperations, Sequence[str]], None]


@pytest.fixture(scope="session", autouse=True)
def flush_past_refusals() -> Iterator[None]:
    """Let Django's own flush lift every trigger, and put each back word for word."""
    sqlite = DatabaseWrapper.ops_class
    with patch.object(sqlite, "execute_sql_flush", _past_triggers(sqlite.execute_sql_flush)):
        yield


def _past_triggers(flush: Flush) -> Flush:
    @wraps(flush)
    def whole(self: BaseDatabaseOperations, statements: Sequence[str]) -> None:
        triggers = in_force()
        lifted = [f'DROP TRIGGER "{name}"' for name in triggers]
        flush(self, [*lifted, *statements, *triggers.values()])  # in one transaction

    return whole
