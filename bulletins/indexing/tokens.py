"""The tokens of a passage: what both engines keep of it. PostgreSQL makes the same in SQL
(``engines/postgresql.sql``); a test holds them against each other.

A token's first character tells what it is. None of these can stand in a folded text.
"""

from collections.abc import Iterable, Iterator
from operator import add

from bulletins.document.folding.characters import STOP

HEAD, ONE, WORD, AROUND, INITIALS, WHOLE, MARK = "_", "!", "#", "^", "~", "=", "@"
SIGNS = HEAD + ONE + WORD + AROUND + INITIALS + WHOLE + MARK
LONGEST_WHOLE = 100  # characters of a title that is known as a whole
LONGEST_WORD = 20


def pairs(folded: str) -> Iterable[str]:
    """网络安全 → 网络 络安 安全; none across a break."""
    found = map(add, folded, folded[1:])
    return (pair for pair in found if STOP not in pair) if STOP in folded else found


def tokens_of(kind: str, words: str, sounds: str, context: str, places: str) -> set[str]:
    """Of one passage, as its row has them."""
    head, body, _ = words.split("\n")
    title, text = head.replace(" ", ""), body.replace(" ", "")
    found = set(pairs(text))
    found.update([HEAD + pair for pair in pairs(title)])
    found.update([ONE + sign for sign in title if sign != STOP])
    found.update([AROUND + pair for pair in pairs(context)])
    found.update([WORD + word for word in {*words.split()} if is_word(word)])
    found.update(_heard(sounds))
    found.update(MARK + place for place in (kind, *places.split()))
    if kind == "t" and 0 < len(title) <= LONGEST_WHOLE:
        found.add(WHOLE + title.replace(STOP, ""))
    return found


def is_word(word: str) -> bool:
    return 1 < len(word) <= LONGEST_WORD and STOP not in word


def _heard(sounds: str) -> Iterator[str]:
    syllables, _, initials = sounds.partition("\n")
    yield from syllables
    yield from (INITIALS + pair for pair in pairs(initials))
