"""The tokens of a passage: what both engines keep of it. PostgreSQL makes the same in SQL
(``engines/postgresql.sql``); a test holds them against each other.

A token's first character tells what it is. None of these can stand in a folded text.
"""

import re
from collections.abc import Iterable
from operator import add

from bulletins.document.folding.characters import STOP

HEAD, TITLE, ONE, WORD, AROUND, INITIALS, WHOLE, MARK = "_", "+", "!", "#", "^", "~", "=", "@"
SIGNS = HEAD + TITLE + ONE + WORD + AROUND + INITIALS + WHOLE + MARK
LONGEST_WHOLE = 100  # characters of a title that is known as a whole
OTHERS = re.compile(rf"{WORD}(?!\S\S )\S* ")  # words that are no pairs
FEW = 20
CODE, BYTES = "utf-16-le", 2  # two bytes for each character but the rarest, which have four
SPACE = " ".encode(CODE)


def pairs(folded: str) -> Iterable[str]:
    """网络安全 → 网络 络安 安全; none across a break."""
    found = map(add, folded, folded[1:])
    return (pair for pair in found if STOP not in pair) if STOP in folded else found


def tokens_of(kind: str, words: str, sounds: str, context: str, places: str) -> set[str]:
    """Of one passage, as its row has them."""
    return set(spelt(kind, words, sounds, context, places).split(" ")) - {""}


def spelt(kind: str, words: str, sounds: str, context: str, places: str) -> str:
    """The same as one text, parted by spaces, some of them twice: a little faster."""
    head, body, _ = words.split("\n")
    heading = head.replace(" ", "")
    title = heading if kind == "t" else ""
    syllables, _, initials = sounds.partition("\n")
    whole = title.replace(STOP, "") if len(title) <= LONGEST_WHOLE else ""
    return " ".join(
        (
            paired(f"{heading}{STOP}{body.replace(' ', '')}"),
            paired(heading, HEAD),
            *[ONE + one for one in heading.replace(STOP, "")],
            paired(title, TITLE),
            *[TITLE + one for one in title.replace(STOP, "")],
            paired(context, AROUND),
            listed(words),
            *syllables,
            paired(initials, INITIALS),
            *[MARK + one for one in (kind, *places.split())],
            *([WHOLE + whole] if whole else []),
        )
    )


def listed(words: str) -> str:
    """Those of two characters, each after its sign, as one text; longer ones the text tells."""
    each = words.replace(STOP, " ").replace("\n", " ").replace(" ", f" {WORD}")
    return OTHERS.sub("", f"{WORD}{each} ")


def paired(folded: str, sign: str = "") -> str:
    """``pairs``, each after its sign, as one text; spaces where breaks were.

    Written into place instead of one by one: half the time for a text that is not short.
    """
    count, each = len(folded) - 1, len(sign) + 3
    signs = folded.encode(CODE, "surrogatepass")
    if count < FEW or len(signs) != len(folded) * BYTES:
        return " ".join(sign + pair for pair in pairs(folded))
    made = bytearray((sign + " " * 3).encode(CODE) * count)
    first, step = len(sign) * BYTES, each * BYTES
    for n in range(2 * BYTES):
        made[first + n :: step] = signs[n : n + count * BYTES : BYTES]
    _part(folded, made, step)
    return made.decode(CODE, "surrogatepass")


def _part(folded: str, made: bytearray, step: int) -> None:
    """Nothing stands where a pair would have a break in it."""
    empty, at = SPACE * (step // BYTES), folded.find(STOP)
    while at >= 0:
        start = max(at - 1, 0) * step
        stretch = made[start : (at + 1) * step]
        made[start : start + len(stretch)] = empty * (len(stretch) // step)
        at = folded.find(STOP, at + 1)
