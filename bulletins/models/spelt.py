"""A question in SQL with its values left open, as one engine takes it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Generic, NamedTuple, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet

from bulletins.models.gathered import Beside, gathered
from bulletins.models.plans import Planning, plan
from bulletins.models.rows import Read, read, reading

Row = TypeVar("Row")


class Place(NamedTuple):
    """Where in the SQL the value of that name belongs."""

    name: str


class Written(NamedTuple):
    """What an ORM cannot say, in each engine's SQL; params: values and places, in their order."""

    sql: Mapping[str, str]
    params: Sequence[Any]


class Together(Generic[Row]):
    """Questions of one shape, asked at once: the rows of the first, then those of the next.

    The first says of which types the columns are; what is written comes behind it.
    """

    def __init__(self, *questions: QuerySet[Any, Row], written: Sequence[Written] = ()) -> None:
        self.questions = questions
        self.written = written


Asked = QuerySet[Any, Any] | Together[Any] | Beside


class Spelt(NamedTuple):
    """A question as one engine takes it.

    planning: how PostgreSQL keeps its plan, None where it should think anew each time.
    places: where in the params which value belongs. reading: by column, how what the engine gives
    becomes the field's type. gathered: SQLite gives all rows at once, as one text of JSON.
    """

    planning: Planning | None
    sql: str
    params: Sequence[Any]
    places: Sequence[tuple[int, str]]
    reading: Sequence[tuple[int, Read]]
    gathered: bool

    @classmethod
    def of(cls, planning: Planning | None, asked: Asked, *, at_once: bool) -> Self:
        """at_once: wanted as one text, from an engine that is slow at giving many rows."""
        questions = asked.questions if isinstance(asked, Together | Beside) else (asked,)
        compilers = [one.query.get_compiler(connection=connection) for one in questions]
        spelt: list[tuple[str, Any]] = [one.as_sql() for one in compilers]
        if isinstance(asked, Beside):
            texts = [
                (gathered(connection.vendor, sql, len(one.select)), params)
                for one, (sql, params) in zip(compilers, spelt, strict=True)
            ]
            return cls._with(planning, *_listed("SELECT ", ", ", texts), reading=())
        written = asked.written if isinstance(asked, Together) else ()
        spelt += [(one.sql[connection.vendor], one.params) for one in written]
        sql, params = _one_after_another(spelt)
        columns = [column for column, *_ in compilers[0].select]
        at_once = at_once and connection.vendor == "sqlite"
        if at_once:
            sql = f"SELECT {gathered(connection.vendor, sql, len(columns))}"
        turns = reading(compilers[0], columns, from_text=at_once)
        return cls._with(planning, sql, params, reading=turns, gathered=at_once)

    @classmethod
    def _with(
        cls,
        planning: Planning | None,
        sql: str,
        params: Sequence[Any],
        *,
        reading: Sequence[tuple[int, Read]],
        gathered: bool = False,
    ) -> Self:
        places = [(n, one.name) for n, one in enumerate(params) if isinstance(one, Place)]
        return cls(planning, sql, params, places, reading, gathered)

    def rows(self, values: Mapping[str, Any]) -> list[Any]:
        engine = connections[DEFAULT_DB_ALIAS]  # looked up once: that takes as long as a row
        adapted = {name: _adapted(value, engine) for name, value in values.items()}
        with engine.cursor() as cursor:  # first: it may be another connection than the last one
            asked = self.planning and plan(self, self.planning, adapted, engine)
            cursor.execute(*(asked or (self.sql, self.filled(adapted))))
            found = cursor.fetchall()
        if self.gathered:
            found = json.loads(found[0][0])
        return list(map(tuple, read(found, self.reading) if self.reading else found))

    def filled(self, values: Mapping[str, Any]) -> Sequence[Any]:
        """The params with each value in its place."""
        said = list(self.params)
        for n, name in self.places:
            said[n] = values[name]
        return said


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


def _adapted(value: Any, engine: BaseDatabaseWrapper) -> Any:
    """As the engine takes it."""
    if isinstance(value, datetime):
        return engine.ops.adapt_datetimefield_value(value)
    return engine.ops.adapt_datefield_value(value) if isinstance(value, date) else value
