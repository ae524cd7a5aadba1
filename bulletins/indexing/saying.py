"""What is asked of the index for a piece of text, by its characters or by its sound."""

from collections.abc import Iterable

from bulletins.document.folding.characters import STOP
from bulletins.indexing.expressions import Expression, Has, all_of, any_of
from bulletins.indexing.sounds import sign_of
from bulletins.indexing.tokens import INITIALS, TITLE, pairs

MOST_PAIRS = 8  # of a long text: each is one more list that the index has to walk along


def paired(text: str, sign: str = "") -> Expression | None:
    """It has the pairs of its characters; sign: where (``tokens``). None of a single one.

    Of a long text, eight pairs: whoever asks looks into the text anyway.
    """
    return all_of(Has(sign + pair) for pair in _telling(list(pairs(text))))


def titled(text: str) -> Expression | None:
    """A title has its pairs; or the character, if it is a single one."""
    return paired(text, TITLE) or signs(text, TITLE)


def signs(text: str, sign: str) -> Expression | None:
    """It has each of its characters by itself, which are known of headings alone."""
    return all_of(Has(sign + one) for one in text if one != STOP)


def _telling(found: list[str]) -> list[str]:
    """All of a few. Else those with letters or digits first, by which titles of a series differ,
    and the others from the whole length.
    """
    if len(found) <= MOST_PAIRS:
        return found
    plain = [pair for pair in found if not is_latin(pair)]
    latin = [pair for pair in found if is_latin(pair)][:MOST_PAIRS]
    room = MOST_PAIRS - len(latin)
    return latin + [plain[n * len(plain) // room] for n in range(min(room, len(plain)))]


def is_latin(pair: str) -> bool:
    """Whether a letter or digit of Latin script is in it."""
    return any(sign.isascii() for sign in pair)


def sounding(ways: Iterable[tuple[str, ...]]) -> Expression | None:
    """A heading has the syllables of one of these ways to part what was typed."""
    signs = ([sign_of(one) for one in way] for way in ways)
    return any_of(all_of(Has(one) for one in way if one) for way in signs if all(way))


def beginning(letters: str) -> Expression | None:
    """A heading has these initials."""
    return paired(letters, INITIALS)
