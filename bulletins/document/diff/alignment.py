"""Two rows of tokens laid side by side: which stand for each other. Works in bounded time.

First what is unique on both sides (patience), then, in the small gaps left, the heaviest common
subsequence. A large gap without anything unique is a rewrite, and is shown as one.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

Pair = tuple[int, int]
Range = tuple[int, int, int, int]  # old from, old to, new from, new to

SMALL = 40_000  # cells of a table that is filled in some ten milliseconds
DEEPEST = 40


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Index pairs of equal tokens, rising on both sides; swapping the inputs swaps the pairs."""
    if list(new) < list(old):  # one direction is worked out, so that ties fall the same way
        return [(i, j) for j, i in aligned(new, old)]
    pairs: list[Pair] = []
    waiting = [(0, (0, len(old), 0, len(new)))]
    while waiting:
        depth, whole = waiting.pop()
        edges, middle = _trim(old, new, whole)
        pairs += edges
        anchors = _anchors(old, new, middle) if depth < DEEPEST else []
        if anchors:
            waiting += [(depth + 1, gap) for gap in _gaps(anchors, middle)]
        pairs += anchors or _heaviest(old, new, middle)
    return sorted(pairs)


def _trim(old: Sequence[str], new: Sequence[str], whole: Range) -> tuple[list[Pair], Range]:
    """What both sides begin and end with, and the range between."""
    a, b, c, d = whole
    pairs: list[Pair] = []
    while a < b and c < d and old[a] == new[c]:
        pairs.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        pairs.append((b, d))
    return pairs, (a, b, c, d)


def _anchors(old: Sequence[str], new: Sequence[str], whole: Range) -> list[Pair]:
    """Tokens found once on each side, as many of them as are in the same order."""
    a, b, c, d = whole
    left, right = Counter(old[a:b]), Counter(new[c:d])
    at = {new[j]: j for j in range(c, d) if right[new[j]] == 1}
    found = [(i, at[old[i]]) for i in range(a, b) if left[old[i]] == 1 and old[i] in at]
    return [found[index] for index in longest_rising([j for _, j in found])]


def longest_rising(row: Sequence[int]) -> list[int]:
    """Indices of a longest rising subsequence of distinct numbers."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(row):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    out: list[int] = []
    last = ends[-1] if ends else -1
    while last >= 0:
        out.append(last)
        last = before[last]
    return out[::-1]


def _gaps(anchors: list[Pair], whole: Range) -> Iterator[Range]:
    a, b, c, d = whole
    for i, j in [*anchors, (b, d)]:
        if a < i and c < j:
            yield a, i, c, j
        a, c = i + 1, j + 1


def _heaviest(old: Sequence[str], new: Sequence[str], whole: Range) -> list[Pair]:
    """The common subsequence of most characters; nothing where the table would be large."""
    a, b, c, d = whole
    if not 0 < (b - a) * (d - c) <= SMALL:
        return []
    best = _weights(old[a:b], new[c:d])
    pairs, i, j = [], 0, 0
    while i < b - a and j < d - c:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((a + i, c + j))
            i, j = i + 1, j + 1
    return pairs


def _weights(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """best[i][j]: characters that old[i:] and new[j:] can have in common."""
    best = [[0] * (len(new) + 1)]
    for token in reversed(old):
        below, row, right = best[-1], [0] * (len(new) + 1), 0
        for j in range(len(new) - 1, -1, -1):
            right = max(right, below[j])
            if token == new[j]:
                right = max(right, below[j + 1] + len(token))
            row[j] = right
        best.append(row)
    return best[::-1]
