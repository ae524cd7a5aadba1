"""Questions that readers ask over and over: put into SQL once, then asked with other values.

More than half of what a public page costs would else go into spelling the same SELECT again.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, wraps
from inspect import signature
from itertools import count
from typing import Any, Generic, NamedTuple, ParamSpec, Self, TypeVar
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler
from psycopg2.extensions import AsIs

P = ParamSpec("P")
Row = TypeVar("Row")
NUMBERS = count(1)
# The server's side of a connection → the questions that it has planned already
PLANNED: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


class Place(NamedTuple):
    """Where in the SQL the value of that name belongs."""

    name: str


class Together(Generic[Row]):
    """Questions of one shape, asked at once: the rows of the first, then those of the next."""

    def __init__(self, *questions: QuerySet[Any, Row]) -> None:
        self.questions = questions


class Spelt(NamedTuple):
    """A question as one engine takes it. converters: from what it gives to the fields' types.

    name: under which PostgreSQL keeps its plan, "" where it should think anew each time.
    """

    name: str
    compiler: SQLCompiler
    sql: str
    params: Sequence[Any]
    converters: dict[int, Any]

    @classmethod
    def of(cls, name: str, asked: QuerySet[Any, Any] | Together[Any]) -> Self:
        questions = asked.questions if isinstance(asked, Together) else (asked,)
        compilers = [one.query.get_compiler(connection=connection) for one in questions]
        sql, params = _one_after_another([one.as_sql() for one in compilers])
        compiler = compilers[0]
        columns = [column for column, *_ in compiler.select]
        return cls(name, compiler, sql, params, compiler.get_converters(columns))

    def rows(self, values: Mapping[str, Any]) -> list[Any]:
        with connection.cursor() as cursor:
            self._ask(cursor, [_value(one, values) for one in self.params])
            found = cursor.fetchall()
        return list(map(tuple, self.compiler.apply_converters(found, self.converters)))

    def _ask(self, cursor: CursorWrapper, values: list[Any]) -> None:
        """PostgreSQL plans it once for a connection: planning took longer than finding the rows."""
        if not self.name or not plans_ahead():
            cursor.execute(self.sql, values)
            return
        places = [n for n, one in enumerate(self.params) if isinstance(one, Place)]
        if self.name not in PLANNED.setdefault(connection.connection, set()):
            self._prepare(places, values)
        asked = ", ".join(["%s"] * len(places))
        cursor.execute(
            f"EXECUTE {self.name} ({asked})" if places else f"EXECUTE {self.name}",
            [values[n] for n in places],
        )

    def _prepare(self, places: list[int], values: list[Any]) -> None:
        """Apart from the questions that are counted and logged."""
        said = list(values)
        for number, n in enumerate(places, start=1):
            said[n] = AsIs(f"${number}")
        with connection.wrap_database_errors, connection.connection.cursor() as bare:
            bare.execute(f"PREPARE {self.name} AS {self.sql}", said)
        PLANNED[connection.connection].add(self.name)


def _one_after_another(spelt: list[tuple[str, Any]]) -> tuple[str, Sequence[Any]]:
    """Each keeps its own order and limit; so SQLite takes them inside of brackets alone."""
    if len(spelt) == 1:
        return spelt[0]
    inner = [f"SELECT * FROM ({sql}) AS b{n}" for n, (sql, _) in enumerate(spelt)]  # noqa: S608
    return " UNION ALL ".join(inner), [param for _, params in spelt for param in params]


def plans_ahead() -> bool:
    """Not where a pooler gives every transaction another connection: Django's own sign for it."""
    pooled = connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")
    return connection.vendor == "postgresql" and not pooled


def planned(question: Callable[P, QuerySet[Any, Row] | Together[Row]]) -> Callable[P, list[Row]]:
    """``prepared``, and planned once: for what is found by a key, whatever the key.

    Not for lists: the plan that is good for a short one is bad for the list of all.
    """
    return _kept(question, f"lantai_{next(NUMBERS)}")


def prepared(question: Callable[P, QuerySet[Any, Row] | Together[Row]]) -> Callable[P, list[Row]]:
    """Turn a function that gives a ``values_list`` into one that gives its rows.

    The function is called once for each engine, with stand-ins that fit wherever a filter compares
    with one text, number, day or moment. So now and today must be parameters: what the function
    reads by itself stays as it was the first time. NULL compares with nothing: never ask with None.
    """
    return _kept(question, "")


def _kept(
    question: Callable[P, QuerySet[Any, Row] | Together[Row]], named: str
) -> Callable[P, list[Row]]:
    form = signature(question)

    @cache
    def spelt(engine: str) -> Spelt:
        asked: Any = question
        return Spelt.of(
            named, asked(**{name: RawSQL("%s", [Place(name)]) for name in form.parameters})
        )

    @wraps(question)
    def ask(*args: P.args, **kwargs: P.kwargs) -> list[Row]:
        return spelt(connection.vendor).rows(form.bind(*args, **kwargs).arguments)

    return ask


def _value(param: Any, values: Mapping[str, Any]) -> Any:
    """A parameter of the SQL, as the engine takes it."""
    if not isinstance(param, Place):
        return param
    value = values[param.name]
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
