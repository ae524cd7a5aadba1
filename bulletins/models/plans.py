"""PostgreSQL plans a question once for a connection: planning took longer than finding the rows."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol
from weakref import WeakKeyDictionary

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg2.extensions import AsIs

# Else it goes on planning for every value, wherever it thinks that a plan for any is a dear one.
# Undone where that transaction is: then it thinks again, until the next question is planned.
ONCE = "SET plan_cache_mode = force_generic_plan"
MOST = 64  # values of one question that have a plan of their own
# The server's side of a connection → question → value → how its plan there is executed
KEPT: WeakKeyDictionary[Any, dict[str, dict[Any, "Plan"]]] = WeakKeyDictionary()


class Planning(NamedTuple):
    """name: of the question. each: the value for which plans are kept apart, "" for none."""

    name: str
    each: str = ""


class Plan(NamedTuple):
    """sql: what executes it. left: the names of its values, in their order."""

    sql: str
    left: tuple[str, ...]


class Question(Protocol):
    """In SQL, with the places in which values belong."""

    @property
    def sql(self) -> str: ...

    @property
    def places(self) -> Sequence[tuple[int, str]]: ...

    def filled(self, values: Mapping[str, Any]) -> Sequence[Any]: ...


def plan(
    question: Question, how: Planning, values: Mapping[str, Any], engine: BaseDatabaseWrapper
) -> tuple[str, Sequence[Any]] | None:
    """What to execute instead of the question; None where it must be asked as it is.

    engine: with a cursor that is open, so that its connection is the one that will be asked.
    """
    if not plans_ahead(engine):
        return None
    kept = KEPT.setdefault(engine.connection, {}).setdefault(how.name, {})
    value = values[how.each] if how.each else None
    found = kept.get(value)
    if found is None:
        if len(kept) >= MOST:
            return None
        found = kept[value] = _made(f"{how.name}_{len(kept)}", question, how.each, values, engine)
    return found.sql, [values[name] for name in found.left]


def plans_ahead(engine: BaseDatabaseWrapper) -> bool:
    """Not where a pooler gives every transaction another connection: Django's own sign for it."""
    pooled = engine.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")
    return engine.vendor == "postgresql" and not pooled


def _made(
    name: str,
    question: Question,
    each: str,
    values: Mapping[str, Any],
    engine: BaseDatabaseWrapper,
) -> Plan:
    """Prepared apart from the questions that are counted and logged."""
    left = tuple(dict.fromkeys(one for _, one in question.places if one != each))
    stands = {one: AsIs(f"${number}") for number, one in enumerate(left, start=1)}
    said = question.filled({**values, **stands})
    with engine.wrap_database_errors, engine.connection.cursor() as bare:
        bare.execute(f"{ONCE}; PREPARE {name} AS {question.sql}", said)
    marks = f" ({', '.join(['%s'] * len(left))})" if left else ""
    return Plan(f"EXECUTE {name}{marks}", left)
