"""What moved, and in what order a comparison is read."""

from collections.abc import Iterator, Sequence

from bulletins.document.diff.alignment import longest_rising

Pair = tuple[int, int]
Place = tuple[int | None, int | None]


def turned(old: Sequence[object], new: Sequence[object]) -> bool:
    """Whether to work out the comparison the other way round.

    Of two mirror images one is always worked out, and turned for the other: so ties (which of two
    neighbours moved past the other?) fall the same way in both.
    """
    return repr(new) < repr(old)


def moved(pairs: Sequence[Pair], turn: bool = False) -> set[Pair]:
    """The fewest pairs that must have moved for all others to be in order; turn: see ``turned``."""
    if turn:
        return {(i, j) for j, i in moved([(j, i) for i, j in pairs])}
    ordered = sorted(pairs, key=lambda pair: pair[1])
    stay = longest_rising([i for i, _ in ordered])
    return set(ordered) - {ordered[index] for index in stay}


def woven(pairs: Sequence[Pair], old_count: int, new_count: int) -> Iterator[Place]:
    """New order; what was removed stands behind what it stood behind."""
    old_of = {j: i for i, j in pairs}
    kept = {i for i, _ in pairs}
    yield from ((i, None) for i in _removed_after(-1, kept, old_count))
    for j in range(new_count):
        i = old_of.get(j)
        yield i, j
        if i is not None:
            yield from ((gone, None) for gone in _removed_after(i, kept, old_count))


def _removed_after(index: int, kept: set[int], count: int) -> Iterator[int]:
    index += 1
    while index < count and index not in kept:
        yield index
        index += 1
