"""What in a heading is nearly what was typed: it sounds so, or one character is another."""

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate

from bulletins.document.folding.characters import STOP
from bulletins.document.pinyin import find_run, same_sound

OTHER = f"[^{re.escape(STOP)}]"
SHORTEST = 2
SHORTEST_SLIP = 3  # of two characters one off is anything


class Likeness(IntEnum):
    """The likeliest first: input methods offer what sounds alike."""

    SOUND = 0
    SLIP = 1  # one character is another, or was left out
    EXTRA = 2  # one is too many


Like = Callable[[str, list[str]], Iterator[tuple[str, Likeness]]]


def likes(typed: str, words: list[str]) -> Iterator[tuple[str, Likeness]]:
    """Runs of whole words of a heading, as it was cut, that are like what was typed."""
    text = "".join(words)
    ends = [0, *accumulate(map(len, words))]
    if typed.isascii():
        yield from _said_in_letters(typed, text, ends)
        return
    for start in ends:
        for length in (len(typed) - 1, len(typed), len(typed) + 1):
            run = text[start : start + length]
            if start + length in ends and STOP not in run:
                yield from ((run, one) for one in _likeness(typed, run))


def slips(typed: str, words: list[str]) -> Iterator[tuple[str, Likeness]]:
    """The same of a long text, of one slip in three or more characters; each run once."""
    text = "".join(words)
    spans = {found.span(1) for one in _patterns(typed) for found in one.finditer(text)}
    ends = {0, *accumulate(map(len, words))} if spans else set()
    for run in {text[slice(*span)] for span in spans if ends.issuperset(span)}:
        yield from ((run, one) for one in _likeness(typed, run))


@lru_cache(maxsize=16)
def _patterns(typed: str) -> tuple[re.Pattern[str], ...]:
    """Another character in place of one; one more; one less. Wherever they begin."""
    signs, places = [re.escape(sign) for sign in typed], range(len(typed))
    slipped = ((OTHER, 1), (OTHER, 0), ("", 1))
    ways = (
        "|".join("".join((*signs[:n], between, *signs[n + gone :])) for n in places)
        for between, gone in slipped
    )
    return tuple(re.compile(f"(?=({one}))") for one in ways)


def _likeness(typed: str, run: str) -> Iterator[Likeness]:
    if typed == run or len(run) < SHORTEST:
        return
    if same_sound(typed, run):
        yield Likeness.SOUND
    elif len(typed) >= SHORTEST_SLIP and is_slip(typed, run):
        yield Likeness.EXTRA if len(run) < len(typed) else Likeness.SLIP


def is_slip(typed: str, run: str) -> bool:
    """Whether one character is another, was left out, or is one too many."""
    longer, shorter = sorted((typed, run), key=len, reverse=True)
    same = zip(longer, shorter, strict=False)
    at = next((n for n, (one, other) in enumerate(same) if one != other), len(shorter))
    rest = at + 1 if len(longer) == len(shorter) else at
    return longer[at + 1 :] == shorter[rest:]


def _said_in_letters(typed: str, text: str, ends: list[int]) -> Iterator[tuple[str, Likeness]]:
    """The first run of whole words that is said so."""
    run = find_run(text, typed)
    if run and {*run} <= {*ends} and STOP not in (said := text[slice(*run)]) and not said.isascii():
        yield said, Likeness.SOUND
