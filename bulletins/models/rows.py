"""From what an engine gives to the fields' types, column by column."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any

from django.db import connection
from django.db.models.sql.compiler import SQLCompiler

Read = Callable[[Any], Any]


def reading(
    compiler: SQLCompiler, columns: list[Any], *, from_text: bool
) -> Sequence[tuple[int, Read]]:
    """In a text moments are always spelt alike, so that nobody must ask what each may be."""
    found = compiler.get_converters(columns)
    return [
        (place, _moment if from_text and _are_moments(steps) else partial(_converted, steps, said))
        for place, (steps, said) in found.items()
    ]


def _are_moments(steps: Sequence[Callable[..., Any]]) -> bool:
    return [one.__name__ for one in steps] == ["convert_datetimefield_value"]


@lru_cache(maxsize=4096)
def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said).replace(tzinfo=UTC) if said else None


def _converted(steps: Sequence[Callable[..., Any]], expression: Any, value: Any) -> Any:
    for step in steps:
        value = step(value, expression, connection)
    return value


def read(rows: Iterable[Sequence[Any]], steps: Sequence[tuple[int, Read]]) -> Iterator[list[Any]]:
    for row in rows:
        said = list(row)
        for place, turn in steps:
            said[place] = turn(said[place])
        yield said
