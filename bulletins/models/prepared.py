"""Questions that readers ask over and over: put into SQL once, then asked with other values.

More than half of what a public page costs would else go into spelling the same SELECT again.
"""

from collections.abc import Callable
from functools import cache, wraps
from inspect import signature
from itertools import count
from typing import Any, ParamSpec, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from bulletins.models.gathered import Beside, Gathered
from bulletins.models.plans import Planning
from bulletins.models.spelt import Place, Spelt, Together, Written
from bulletins.models.standstill import once

P = ParamSpec("P")
Row = TypeVar("Row")
Question = QuerySet[Any, Row] | Together[Row] | Beside
NUMBERS = count(1)
__all__ = [
    "Beside",
    "Gathered",
    "Together",
    "Written",
    "one_row",
    "planned",
    "planned_for_each",
    "prepared",
]


def planned(question: Callable[P, Question[Row]]) -> Callable[P, list[Row]]:
    """``prepared``, and planned once: for what is found by a key, whatever the key.

    Not for lists: the plan that is good for a short one is bad for the list of all.
    """
    return _kept(question, _planning())


def planned_for_each(
    value: str,
) -> Callable[[Callable[P, Question[Row]]], Callable[P, list[Row]]]:
    """``planned``, but once for each of the first values that this parameter has: for lists."""
    return lambda question: _kept(question, _planning(value))


def prepared(question: Callable[P, Question[Row]]) -> Callable[P, list[Row]]:
    """Turn a function that gives a ``values_list`` into one that gives its rows.

    The function is called once for each engine, with stand-ins that fit wherever a filter compares
    with one text, number, day or moment. So now and today must be parameters: what the function
    reads by itself stays as it was the first time. NULL compares with nothing: never ask with None.
    """
    return _kept(question, None)


def one_row(question: Callable[P, QuerySet[Any, Row]]) -> Callable[P, list[Row]]:
    """``planned``, for a row or two: what is gathered from many is spelt and read once more."""
    return _kept(question, _planning(), at_once=False)


def _planning(each: str = "") -> Planning:
    return Planning(f"lantai_{next(NUMBERS)}", each)


def _kept(
    question: Callable[P, Question[Row]], planning: Planning | None, *, at_once: bool = True
) -> Callable[P, list[Row]]:
    form = signature(question)
    names = tuple(form.parameters)

    @cache
    def spelt(engine: str) -> Spelt:
        asked: Any = question
        stands = {name: RawSQL("%s", [Place(name)]) for name in names}
        return Spelt.of(planning, asked(**stands), at_once=at_once)

    @wraps(question)
    def ask(*args: P.args, **kwargs: P.kwargs) -> list[Row]:
        plain = not kwargs and len(args) == len(names)
        said = (
            dict(zip(names, args, strict=True)) if plain else form.bind(*args, **kwargs).arguments
        )
        found = spelt(connections[DEFAULT_DB_ALIAS].vendor)
        return [*once((question, *said.values()), lambda: found.rows(said))]

    return ask
