"""Which couplings are worth weighing: all of few, and of many those that share something rare."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from heapq import nlargest
from itertools import product

from bulletins.document.diff.likeness import Features

FEW = 10_000  # couplings that are all weighed
BEST = 8  # weighed for each node when there are more
COMMON = 20  # a run of characters in more nodes than this says nothing
LOOKED_UP = 100  # runs of a node; that many find whoever shares a third of its text
BESIDE = 3  # neighbours at the same place that are always weighed


def candidates(
    old: Mapping[int, Features], new: Mapping[int, Features]
) -> Iterator[tuple[int, int]]:
    """Index pairs, each once; for 1,000 × 1,000 some ten thousand of the million."""
    if len(old) * len(new) <= FEW:
        yield from product(old, new)
        return
    having = _index(new)
    order = list(new)
    for at, (i, features) in enumerate(old.items()):
        place = at * len(order) // len(old)
        beside = order[max(place - BESIDE, 0) : place + BESIDE + 1]
        yield from ((i, j) for j in dict.fromkeys([*beside, *_sharing(features, having)]))


def _index(nodes: Mapping[int, Features]) -> dict[str, list[int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for index, features in nodes.items():
        for run in features.rare:
            having[run].append(index)
    return having


def _sharing(features: Features, having: Mapping[str, list[int]]) -> list[int]:
    """Those that share the most, a rare run of characters counting more than a common one."""
    shared: Counter[int] = Counter()
    for run in sorted(features.rare)[:LOOKED_UP]:
        found = having.get(run, [])
        if len(found) <= COMMON:
            for index in found:
                shared[index] += 1000 // len(found)
    return nlargest(BEST, shared, key=lambda j: (shared[j], -j))
