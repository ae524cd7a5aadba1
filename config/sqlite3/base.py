"""SQLite has one writer at a time. Here the threads of a process wait for their turn in line.

Left to itself SQLite looks again and again whether the file is free, and whoever looks at the
right moment is next: with twenty writers one may wait past any limit. Between processes it is still
SQLite that decides; they are few.
"""

from collections import defaultdict
from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from config.sqlite3.turns import Turns

_turns: defaultdict[str, Turns] = defaultdict(Turns)
LONGEST = 20_000  # characters of a statement that is worth keeping


@lru_cache(maxsize=256)
def _marked(query: str) -> str:
    """Of a page's questions, looking for the places took a third of the time of asking."""
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class Cursor(base.SQLiteCursorWrapper):
    """Django's own, which spells every statement anew with SQLite's question marks."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> Any:
        if param_names is None and len(query) <= LONGEST:
            return _marked(str(query))
        return super().convert_query(query, param_names=param_names)


class DatabaseWrapper(base.DatabaseWrapper):
    """The engine where nothing else is said: a transaction begins when its turn has come."""

    writing: Turns | None = None

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        turns = _turns[str(self.settings_dict["NAME"])]
        patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        if not turns.take(patience):
            raise OperationalError("database is locked")
        self.writing = turns
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except BaseException:
            self._end()
            raise

    def commit(self) -> None:
        try:
            super().commit()
        finally:
            self._give()

    def rollback(self) -> None:
        try:
            super().rollback()
        finally:
            self._give()

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._end()

    def _give(self) -> None:
        """The turn to the next; a commit that failed keeps it until it is rolled back."""
        if self.connection is None or not self.connection.in_transaction:
            self._end()

    def _end(self) -> None:
        if self.writing is not None:
            turns, self.writing = self.writing, None
            turns.give()
