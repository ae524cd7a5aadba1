"""What the index is asked: which tokens a passage has, put together by all, any and not."""

from collections.abc import Iterable
from typing import NamedTuple


class Has(NamedTuple):
    """It has the token."""

    token: str


class All(NamedTuple):
    """Everything holds; of nothing, nobody asks."""

    each: "tuple[Expression, ...]"


class Any(NamedTuple):
    """At least one holds."""

    each: "tuple[Expression, ...]"


class But(NamedTuple):
    """The one holds, and the other does not."""

    one: "Expression"
    other: "Expression"


Expression = Has | All | Any | But


def all_of(each: "Iterable[Expression | None]") -> Expression | None:
    """All of those that are something; None of none."""
    found = tuple(dict.fromkeys(one for one in each if one is not None))
    return found[0] if len(found) == 1 else All(found) if found else None


def any_of(each: "Iterable[Expression | None]") -> Expression | None:
    """Any of those that are something; None of none."""
    found = tuple(dict.fromkeys(one for one in each if one is not None))
    return found[0] if len(found) == 1 else Any(found) if found else None


def tokens_in(expression: Expression) -> Iterable[str]:
    """Every token that it names."""
    match expression:
        case Has(token):
            yield token
        case But(one, other):
            yield from tokens_in(one)
            yield from tokens_in(other)
        case All(each) | Any(each):
            for one in each:
                yield from tokens_in(one)
