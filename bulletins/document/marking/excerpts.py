"""The stretch of a text that shows best what was looked for."""

from collections import Counter
from collections.abc import Collection, Sequence

from bulletins.document.marking.borders import beginning, ending
from bulletins.document.marking.pieces import Marked, marked
from bulletins.document.marking.spans import Span, spans_in

AROUND, LONGEST = 24, 120  # characters: before the first mark, altogether
MORE = "…"


def excerpt(
    original: str,
    needles: Collection[str],
    sounds: Collection[str] = (),
    *,
    around: int = AROUND,
    longest: int = LONGEST,
) -> Marked:
    """Where the most different needles stand closest together; else the beginning of the text.

    It begins and ends with a sentence where one does so within `around` characters, else with "…".
    Not much longer than `longest`, and never than twice that, whatever stands within a needle.
    """
    first, last = best_stretch(spans_in(original, needles, sounds), longest - around)
    start, opened = beginning(original, first, around)
    full = min(max(start + longest, last), start + 2 * longest)
    end, closed = ending(original, max(last, full - around), full)
    pieces = marked(original[start:end], needles, sounds)
    return _joined("" if opened else MORE, pieces, "" if closed else MORE)


def best_stretch(spans: Sequence[Span], width: int) -> tuple[int, int]:
    """Where it starts and ends: (0, 0) where there are no spans. One pass over them."""
    if not spans or len({which for _, _, which in spans}) == 1:
        return spans[0][:2] if spans else (0, 0)
    best, score = (0, 0), (0, 0)
    counts: Counter[int] = Counter()
    left = 0
    for right, (_, end, which) in enumerate(spans):
        counts[which] += 1
        while left < right and (counts[spans[left][2]] > 1 or end - spans[left][0] > width):
            counts[spans[left][2]] -= 1
            left += 1
        start = spans[left][0]
        found = (sum(map(bool, counts.values())), start - end)
        if not score[0] or found > score:
            best, score = (start, end), found
    return best


def _joined(before: str, pieces: Marked, after: str) -> Marked:
    """Dots stand in a piece that is not marked."""
    row = [(before, False), *pieces, (after, False)]
    if pieces and not pieces[0][1]:
        row[:2] = [(before + pieces[0][0], False)]
    if len(row) > 1 and not row[-2][1]:
        row[-2:] = [(row[-2][0] + after, False)]
    return tuple(piece for piece in row if piece[0])
