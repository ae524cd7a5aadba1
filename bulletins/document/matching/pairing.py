"""Which sections of two parts are on the same subject, one possibly with two, each with a score."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from bulletins.document.matching.evidence import Cell, Evidence, weighed
from bulletins.document.matching.profiles import Profile, profiles
from bulletins.document.matching.rivalry import rivalry
from bulletins.document.matching.topics import Topic
from bulletins.document.matching.weights import ALONE, AMONG

SOFT = 2.5  # sure is 0.9, doubtful 0.6: else nearly every score would read 0.99
SAME = 0.46  # from here on two sections are said to be on the same subject
MOST = 2  # that one section is matched with: a split or a merge


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Section ``one`` of the first part and ``other`` of the second; score 0 to 1."""

    one: int
    other: int
    score: float


def match(first: Sequence[Topic], second: Sequence[Topic]) -> list[Match]:
    """In reading order of the first; swapped inputs give the same pairs."""
    if _words(second) < _words(
        first
    ):  # one direction is worked out, so that ties fall the same way
        return sorted(Match(one.other, one.one, one.score) for one in match(second, first))
    found = profiles([*first, *second])
    scores = likelihoods(found[: len(first)], found[len(first) :])
    return matches(scores)


def _words(sections: Sequence[Topic]) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in sections]


def matches(scores: Mapping[Cell, float]) -> list[Match]:
    """Of all cells those that count: the best first, none for a section that has its two."""
    taken: Counter[tuple[int, int]] = Counter()
    chosen = []
    for (i, j), score in sorted(scores.items(), key=lambda cell: (-cell[1], cell[0])):
        if score >= SAME and taken[0, i] < MOST and taken[1, j] < MOST:
            chosen.append(Match(i, j, score))
            taken.update([(0, i), (1, j)])
    return sorted(chosen)


def likelihoods(first: Sequence[Profile], second: Sequence[Profile]) -> dict[Cell, float]:
    """Of every section with every other: how likely it is that they are on the same subject."""
    found = weighed(first, second)
    alone = {cell: likely(said, ALONE) for cell, (said, _) in found.items()}
    beside = rivalry(alone, len(first), len(second))
    return {
        cell: likely(among(said, alone[cell], beside[cell], asked), AMONG, SOFT)
        for cell, (said, asked) in found.items()
    }


def among(said: Evidence, alone: float, beside: Evidence, asked: Evidence) -> Evidence:
    """What is weighed in the end."""
    return (*said, alone, log(alone / (1 - alone)), *beside, *asked)


def likely(said: Iterable[float], weights: Sequence[float], soft: float = 1) -> float:
    *factors, constant = weights
    total = constant + sum(weight * value for weight, value in zip(factors, said, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total)) / soft))
