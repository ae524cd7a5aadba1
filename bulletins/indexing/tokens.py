"""The tokens of a passage: what both engines keep of it. PostgreSQL makes the same in SQL
(``engines/postgresql.sql``); a test holds them against each other.

A token's first character tells what it is. None of these can stand in a folded text.
"""

from collections.abc import Iterable
from operator import add

from bulletins.document.folding.characters import STOP

HEAD, TITLE, ONE, WORD, AROUND, INITIALS, WHOLE, MARK = "_", "+", "!", "#", "^", "~", "=", "@"
SIGNS = HEAD + TITLE + ONE + WORD + AROUND + INITIALS + WHOLE + MARK
LONGEST_WHOLE = 100  # characters of a title that is known as a whole
LONGEST_WORD = 20


def pairs(folded: str) -> Iterable[str]:
    """网络安全 → 网络 络安 安全; none across a break."""
    found = map(add, folded, folded[1:])
    return (pair for pair in found if STOP not in pair) if STOP in folded else found


def tokens_of(kind: str, words: str, sounds: str, context: str, places: str) -> set[str]:
    """Of one passage, as its row has them."""
    return set(spelt(kind, words, sounds, context, places).split(" ")) - {""}


def spelt(kind: str, words: str, sounds: str, context: str, places: str) -> str:
    """The same as one text, parted by spaces, some of them twice: a fourth of the time."""
    head, body, _ = words.split("\n")
    heading = head.replace(" ", "")
    title = heading if kind == "t" else ""
    syllables, _, initials = sounds.partition("\n")
    whole = title.replace(STOP, "") if len(title) <= LONGEST_WHOLE else ""
    return " ".join(
        (
            *pairs(body.replace(" ", "")),
            *pairs(heading),
            *_marked(HEAD, pairs(heading)),
            *_marked(ONE, heading.replace(STOP, "")),
            *_marked(TITLE, pairs(title)),
            *_marked(TITLE, title.replace(STOP, "")),
            *_marked(AROUND, pairs(context)),
            *_marked(WORD, filter(is_word, words.split())),
            *syllables,
            *_marked(INITIALS, pairs(initials)),
            *_marked(MARK, (kind, *places.split())),
            *_marked(WHOLE, filter(None, (whole,))),
        )
    )


def is_word(word: str) -> bool:
    return 1 < len(word) <= LONGEST_WORD and STOP not in word


def _marked(sign: str, each: Iterable[str]) -> list[str]:
    return [sign + one for one in each]
