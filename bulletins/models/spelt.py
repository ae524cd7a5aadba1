"""A question in SQL with its values left open, as one engine takes it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Generic, NamedTuple, Self, TypeVar
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet
from psycopg2.extensions import AsIs

from bulletins.models.gathered import Beside, gathered
from bulletins.models.rows import Read, read, reading

Row = TypeVar("Row")
# The server's side of a connection → the questions that it has planned already
PLANNED: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


class Place(NamedTuple):
    """Where in the SQL the value of that name belongs."""

    name: str


class Together(Generic[Row]):
    """Questions of one shape, asked at once: the rows of the first, then those of the next."""

    def __init__(self, *questions: QuerySet[Any, Row]) -> None:
        self.questions = questions


Asked = QuerySet[Any, Any] | Together[Any] | Beside


class Spelt(NamedTuple):
    """A question as one engine takes it.

    name: under which PostgreSQL keeps its plan, "" where it should think anew each time.
    places: where in the params which value belongs. reading: by column, how what the engine gives
    becomes the field's type. gathered: SQLite gives all rows at once, as one text of JSON.
    """

    name: str
    sql: str
    params: Sequence[Any]
    places: Sequence[tuple[int, str]]
    reading: Sequence[tuple[int, Read]]
    gathered: bool

    @classmethod
    def of(cls, name: str, asked: Asked, *, at_once: bool) -> Self:
        """at_once: wanted as one text, from an engine that is slow at giving many rows."""
        questions = asked.questions if isinstance(asked, Together | Beside) else (asked,)
        compilers = [one.query.get_compiler(connection=connection) for one in questions]
        spelt = [one.as_sql() for one in compilers]
        if isinstance(asked, Beside):
            texts = [
                (gathered(connection.vendor, sql, len(one.select)), params)
                for one, (sql, params) in zip(compilers, spelt, strict=True)
            ]
            return cls._with(name, *_listed("SELECT ", ", ", texts), reading=())
        sql, params = _one_after_another(spelt)
        columns = [column for column, *_ in compilers[0].select]
        at_once = at_once and connection.vendor == "sqlite"
        if at_once:
            sql = f"SELECT {gathered(connection.vendor, sql, len(columns))}"
        turns = reading(compilers[0], columns, from_text=at_once)
        return cls._with(name, sql, params, reading=turns, gathered=at_once)

    @classmethod
    def _with(
        cls,
        name: str,
        sql: str,
        params: Sequence[Any],
        *,
        reading: Sequence[tuple[int, Read]],
        gathered: bool = False,
    ) -> Self:
        places = [(n, one.name) for n, one in enumerate(params) if isinstance(one, Place)]
        return cls(name, sql, params, places, reading, gathered)

    def rows(self, values: Mapping[str, Any]) -> list[Any]:
        engine = connections[DEFAULT_DB_ALIAS]  # looked up once: that takes as long as a row
        adapted = {name: _adapted(value, engine) for name, value in values.items()}
        with engine.cursor() as cursor:
            self._ask(cursor, [adapted[name] for _, name in self.places], engine)
            found = cursor.fetchall()
        if self.gathered:
            found = json.loads(found[0][0])
        return list(map(tuple, read(found, self.reading) if self.reading else found))

    def _ask(self, cursor: CursorWrapper, values: list[Any], engine: BaseDatabaseWrapper) -> None:
        """PostgreSQL plans it once for a connection: planning took longer than finding the rows."""
        if not self.name or not plans_ahead(engine):
            cursor.execute(self.sql, self._filled(values))
            return
        if self.name not in PLANNED.setdefault(engine.connection, set()):
            self._prepare(engine)
        asked = f" ({', '.join(['%s'] * len(values))})" if values else ""
        cursor.execute(f"EXECUTE {self.name}{asked}", values)

    def _filled(self, values: Sequence[Any]) -> Sequence[Any]:
        """The params with each value in its place."""
        said = list(self.params)
        for (n, _), value in zip(self.places, values, strict=True):
            said[n] = value
        return said

    def _prepare(self, engine: BaseDatabaseWrapper) -> None:
        """Apart from the questions that are counted and logged."""
        said = self._filled([AsIs(f"${number}") for number, _ in enumerate(self.places, start=1)])
        with engine.wrap_database_errors, engine.connection.cursor() as bare:
            bare.execute(f"PREPARE {self.name} AS {self.sql}", said)
        PLANNED[engine.connection].add(self.name)


def _one_after_another(spelt: list[tuple[str, Any]]) -> tuple[str, Sequence[Any]]:
    """Each keeps its own order and limit; so SQLite takes them inside of brackets alone."""
    if len(spelt) == 1:
        return spelt[0]
    inner = [
        (f"SELECT * FROM ({sql}) AS b{n}", params)  # noqa: S608
        for n, (sql, params) in enumerate(spelt)
    ]
    return _listed("", " UNION ALL ", inner)


def _listed(begin: str, between: str, spelt: list[tuple[str, Any]]) -> tuple[str, Sequence[Any]]:
    params = [param for _, params in spelt for param in params]
    return begin + between.join(sql for sql, _ in spelt), params


def plans_ahead(engine: BaseDatabaseWrapper) -> bool:
    """Not where a pooler gives every transaction another connection: Django's own sign for it."""
    pooled = engine.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")
    return engine.vendor == "postgresql" and not pooled


def _adapted(value: Any, engine: BaseDatabaseWrapper) -> Any:
    """As the engine takes it."""
    if isinstance(value, datetime):
        return engine.ops.adapt_datetimefield_value(value)
    return engine.ops.adapt_datefield_value(value) if isinstance(value, date) else value
