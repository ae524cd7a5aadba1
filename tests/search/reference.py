"""The index as anybody understands it: a dictionary of sets, slow and plainly right."""

from collections.abc import Mapping

from bulletins.indexing.expressions import All, Any, But, Expression, Has

Index = Mapping[int, set[str]]


def holding(index: Index, asked: Expression) -> list[int]:
    """The passages of which it is true, the newest first. index: tokens by id."""
    return sorted((pk for pk, tokens in index.items() if _true(tokens, asked)), reverse=True)


def _true(tokens: set[str], asked: Expression) -> bool:
    match asked:
        case Has(token):
            return token in tokens
        case All(each):
            return all(_true(tokens, one) for one in each)
        case Any(each):
            return any(_true(tokens, one) for one in each)
        case But(one, other):
            return _true(tokens, one) and not _true(tokens, other)
