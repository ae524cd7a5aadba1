"""Where an original text says what is looked for, however it writes it."""

from collections.abc import Collection, Iterator
from itertools import islice

from bulletins.document.folding import fold_placed
from bulletins.document.folding.characters import CHARACTERS
from bulletins.document.pinyin import find_run

# Marks of one needle, of one sound; each run of a sound is looked for from the one before
MOST, MOST_RUNS = 20_000, 20
# start, end, which: original[start:end] is what was looked for, by that one of the needles
Span = tuple[int, int, int]


def spans_in(original: str, needles: Collection[str], sounds: Collection[str] = ()) -> list[Span]:
    """In the order of the text; they may overlap. needles, sounds: folded."""
    folded, places = fold_placed(original)
    found = [islice(_said(folded, needle), MOST) for needle in needles]
    found += [islice(_sounding(folded, typed), MOST_RUNS) for typed in sounds]
    return sorted(
        (places[start], _end(original, places[end - 1] + 1), which)
        for which, runs in enumerate(found)
        for start, end in runs
    )


def _said(folded: str, needle: str) -> Iterator[tuple[int, int]]:
    at = folded.find(needle) if needle else -1
    while at >= 0:
        yield at, at + len(needle)
        at = folded.find(needle, at + len(needle))


def _sounding(folded: str, typed: str) -> Iterator[tuple[int, int]]:
    after = 0
    while run := find_run(folded[after:], typed):
        yield after + run[0], after + run[1]
        after += run[1]


def _end(original: str, end: int) -> int:
    """What is set on the last character (an accent, a selector) is marked with it."""
    while end < len(original) and not CHARACTERS[ord(original[end])]:
        end += 1
    return end
