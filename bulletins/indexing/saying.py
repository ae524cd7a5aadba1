"""What is asked of the index for a piece of text, by its characters or by its sound."""

from collections.abc import Iterable

from bulletins.indexing.expressions import Expression, Has, all_of, any_of
from bulletins.indexing.sounds import sign_of
from bulletins.indexing.tokens import INITIALS, pairs


def paired(text: str, sign: str = "") -> Expression | None:
    """It has every pair of its characters; sign: where (``tokens``). None of a single one."""
    return all_of(Has(sign + pair) for pair in pairs(text))


def sounding(ways: Iterable[tuple[str, ...]]) -> Expression | None:
    """A heading has the syllables of one of these ways to part what was typed."""
    signs = ([sign_of(one) for one in way] for way in ways)
    return any_of(all_of(Has(one) for one in way if one) for way in signs if all(way))


def beginning(letters: str) -> Expression | None:
    """A heading has these initials."""
    return paired(letters, INITIALS)
