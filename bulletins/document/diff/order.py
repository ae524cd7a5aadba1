"""What moved, and in what order a comparison is read."""

from collections.abc import Iterator, Sequence

from bulletins.document.diff.alignment import longest_rising

Pair = tuple[int, int]
Place = tuple[int | None, int | None]


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """The fewest pairs that must have moved for all others to be in order."""
    rows = [_ranks(pairs), _ranks([(j, i) for i, j in pairs])]
    turned = rows[1] < rows[0]  # one direction is worked out, so that ties fall the same way
    ordered = sorted(pairs, key=lambda pair: pair[0] if turned else pair[1])
    stay = {ordered[index] for index in longest_rising(rows[turned])}
    return set(pairs) - stay


def _ranks(pairs: Sequence[Pair]) -> list[int]:
    """The old place of each pair, counted among the pairs, in the order of the new."""
    rank = {i: at for at, (i, _) in enumerate(sorted(pairs))}
    return [rank[i] for i, _ in sorted(pairs, key=lambda pair: pair[1])]


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
