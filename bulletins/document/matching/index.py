"""Vectors of one collection, found by what is in them: one vector against all in one pass."""

from collections import defaultdict
from collections.abc import Sequence

Vector = dict[str, float]


class Index:
    """The cosine of a vector with each of those indexed: 0, nothing in common, to 1."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self.count = len(vectors)
        self.having: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, vector in enumerate(vectors):
            for key, value in vector.items():
                self.having[key].append((at, value))

    def shares(self, vector: Vector) -> list[float]:
        found = [0.0] * self.count
        for key, value in vector.items():
            for at, other in self.having.get(key, ()):
                found[at] += value * other
        return found
