"""What stands behind ``if``, as a function from what a template is given to yes or no."""

from collections.abc import Callable
from typing import Any

from django.template.smartif import TokenBase

from bulletins.public.typeset.values import Get, Names, value_of

COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "in": lambda one, other: one in other,
    "not in": lambda one, other: one not in other,
    "is": lambda one, other: one is other,
    "is not": lambda one, other: one is not other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
}


def condition(said: TokenBase | None) -> Get:
    """None, as ``else`` has it, is always true."""
    if said is None:
        return lambda names: True
    if said.id == "literal":
        return value_of(said.value, None)
    first = condition(said.first)
    if said.id == "not":
        return lambda names: not first(names)
    second = condition(said.second)
    if said.id == "and":
        return lambda names: first(names) and second(names)
    if said.id == "or":
        return lambda names: first(names) or second(names)
    return _compared(COMPARE[said.id], first, second)


def _compared(compare: Callable[[Any, Any], Any], first: Get, second: Get) -> Get:
    def compared(names: Names) -> Any:
        try:
            return compare(first(names), second(names))
        except Exception:
            return False  # so does Django: of what cannot be compared, nothing is true

    return compared
