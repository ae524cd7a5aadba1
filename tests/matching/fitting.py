"""Fits the weights of bulletins/document/matching/weights.py: `python -m tests.matching.fitting`.

On the sets tuning, terse and blind only. Two hands wrote sets and themes: each case is learnt with
the other hand's themes, too, so that these are trusted as far as a stranger's bulletin deserves,
and with none, so that one about things that no theme speaks of is matched as well.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp
from random import Random
from typing import Self
from unittest import mock

from bulletins.document.matching import lexicon as lexicons
from bulletins.document.matching import pairing, profiles
from bulletins.document.matching.evidence import Cell, Evidence, weighed
from bulletins.document.matching.lexicon import Lexicon
from bulletins.document.matching.rivalry import rivalry
from tests.matching.labelled import Case, Pairs, Part, case, cases, labelled, unrelated

RIDGE = 1.0

Examples = list[tuple[Evidence, bool]]
Row = list[float]


@dataclass(frozen=True)
class Seen:
    """A case as the matching sees it."""

    same: Pairs
    size: tuple[int, int]
    cells: dict[Cell, Evidence]
    asked: dict[Cell, Evidence]

    @classmethod
    def of(cls, one: Case, words: Lexicon) -> Self:
        with mock.patch.object(profiles, "lexicon", return_value=words):
            found = profiles.profiles([*one.one.topics, *one.other.topics])
        first, second = found[: len(one.one.topics)], found[len(one.one.topics) :]
        told = weighed(first, second)
        cells = {cell: said for cell, (said, _) in told.items()}
        asked = {cell: votes for cell, (_, votes) in told.items()}
        return cls(one.same, (len(first), len(second)), cells, asked)

    def among(self, weights: Row) -> Iterator[tuple[Evidence, bool]]:
        alone = {cell: pairing.likely(said, weights) for cell, said in self.cells.items()}
        beside = rivalry(alone, *self.size)
        for cell, said in self.cells.items():
            whole = pairing.among(said, alone[cell], beside[cell], self.asked[cell])
            yield whole, cell in self.same


def fit() -> tuple[Row, Row]:
    """The weights ``ALONE`` and ``AMONG``."""
    seen = [
        Seen.of(one, words)
        for seed, (words, learnt, share) in enumerate(_lessons())
        for one in with_gaps(learnt, share, seed)
    ]
    alone = newton([(said, cell in one.same) for one in seen for cell, said in one.cells.items()])
    return alone, newton([example for one in seen for example in one.among(alone)])


def _lessons() -> Iterator[tuple[Lexicon, list[Case], float]]:
    """With which themes, what is learnt, and the share of a part's sections that is kept."""
    first, second = training(), cases("blind")
    both, themes, finer = (
        lexicons.lexicon(),
        lexicons.read("themes.txt"),
        lexicons.read("finer.txt"),
    )
    yield from ((words, first, 1.0) for words in (both, finer, thinned(0, 0)))
    yield from ((words, first, share) for words, share in ((finer, 0.6), (themes, 0.5)))
    yield from (
        (words, second, share) for words, share in ((both, 1.0), (themes, 1.0), (themes, 0.6))
    )


def training() -> list[Case]:
    plans, offices = labelled("terse")["annual_plans"], labelled("tuning")["cyber_offices"]
    across = [case(one, other) for one, other in zip(plans, offices, strict=True)]
    nothing = unrelated(("livelihood", "business"), ("schools", "business"), folder="tuning")
    return [*cases("tuning"), *cases("terse"), *across, *nothing]


def with_gaps(cases: Iterable[Case], share: float, seed: int) -> Iterator[Case]:
    """The same with some sections left out, so that others have nothing to be matched with."""
    chance = Random(seed)  # noqa: S311  nothing secret
    for one in cases:
        left, right = (_with_gaps(part, share, chance) for part in (one.one, one.other))
        yield case(left, right) if one.same else Case(left, right, one.same)


def _with_gaps(part: Part, share: float, chance: Random) -> Part:
    kept = [at for at in range(len(part.topics)) if chance.random() < share] or [0]
    topics = tuple(part.topics[at] for at in kept)
    return replace(part, topics=topics, marks=tuple(part.marks[at] for at in kept))


def thinned(share: float, seed: int) -> Lexicon:
    """The lexicon with a share of the words of its themes."""
    whole, chance = lexicons.lexicon(), Random(seed)  # noqa: S311  nothing secret
    kept = {word: of for word, of in whole.themes.items() if chance.random() < share}
    return replace(whole, heads=lexicons.by_head(kept), themes=kept)


def newton(examples: Examples, steps: int = 25) -> Row:
    """Logistic regression; the constant comes last."""
    size = len(examples[0][0]) + 1
    weights = [0.0] * size
    for _ in range(steps):
        slope = [RIDGE * weight for weight in weights[:-1]] + [0.0]
        curve = [[RIDGE * (i == j < size - 1) for j in range(size)] for i in range(size)]
        for said, same in examples:
            row = [*said, 1.0]
            total = sum(weight * value for weight, value in zip(weights, row, strict=True))
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
            for i, value in enumerate(row):
                slope[i] += (likely - same) * value
                bend = max(likely * (1 - likely), 1e-6) * value
                for j in range(size):
                    curve[i][j] += bend * row[j]
        weights = [
            weight - step for weight, step in zip(weights, solved(curve, slope), strict=True)
        ]
    return weights


def solved(matrix: Sequence[Row], right: Row) -> Row:
    """Gauss and Jordan."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(len(rows)):
            if other != at:
                factor = rows[other][at] / rows[at][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


if __name__ == "__main__":
    for name, weights in zip(("ALONE", "AMONG"), fit(), strict=True):
        sys.stdout.write(f"{name} = {tuple(round(weight, 2) for weight in weights)}\n")
