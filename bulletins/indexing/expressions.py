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


class Form(NamedTuple):
    """How an engine spells an expression. token: around a token's text."""

    token: str
    both: str
    either: str
    but: str


def spelt(asked: Expression, form: Form) -> str:
    """Tokens hold neither quotation mark nor backslash: a folded text has none."""
    match asked:
        case Has(token):
            return form.token.format(token)
        case All(each):
            return f"({form.both.join(spelt(one, form) for one in each)})"
        case Any(each):
            return f"({form.either.join(spelt(one, form) for one in each)})"
        case But(one, other):
            return f"({spelt(one, form)}{form.but}{spelt(other, form)})"
