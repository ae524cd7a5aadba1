"""How well a way of matching does on labelled cases, and how well simple ways do."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from math import log, sqrt
from typing import Any

import rjieba

from bulletins.document.diff.assignment import best_pairs
from bulletins.document.matching import Topic, match
from bulletins.document.matching.index import Index
from tests.matching.labelled import Case, Pairs

THRESHOLDS = [step / 200 for step in range(100)]


def f1(found: Iterable[tuple[Set[Any], Set[Any]]]) -> float:
    """Of pairs found and pairs that are right, over all cases together."""
    hits = wrong = missed = 0
    for pairs, same in found:
        hits += len(pairs & same)
        wrong += len(pairs - same)
        missed += len(same - pairs)
    return 2 * hits / (2 * hits + wrong + missed)


def ours(cases: Sequence[Case]) -> float:
    return f1((matched(case), case.same) for case in cases)


def matched(case: Case) -> Pairs:
    return frozenset((m.one, m.other) for m in match(case.one.topics, case.other.topics))


def equal_headings(cases: Sequence[Case]) -> float:
    return f1((_equal(case), case.same) for case in cases)


def _equal(case: Case) -> Pairs:
    return frozenset(
        (i, j)
        for i, one in enumerate(case.one.topics)
        for j, other in enumerate(case.other.topics)
        if one.heading == other.heading
    )


def pairs_of_characters(text: str) -> list[str]:
    bare = "".join(re.findall(r"\w+", text))
    return [bare[at : at + 2] for at in range(len(bare) - 1)]


def words(text: str) -> list[str]:
    return [word for word in rjieba.cut(text) if re.match(r"\w", word)]


def one_to_one(cases: Sequence[Case], cut: Callable[[str], list[str]]) -> float:
    """TF-IDF, the best assignment, and of all thresholds the one that suits the set best."""
    texts = [topic for case in cases for part in (case.one, case.other) for topic in part.topics]
    vectors = _vectors(list(dict.fromkeys(texts)), cut)
    weighed = [_weights(case, vectors) for case in cases]
    chosen = [best_pairs(weights) for weights in weighed]
    return max(
        f1(
            (frozenset(pair for pair in pairs if weights[pair] >= least), case.same)
            for case, weights, pairs in zip(cases, weighed, chosen, strict=True)
        )
        for least in THRESHOLDS
    )


def _weights(case: Case, vectors: dict[Topic, dict[str, float]]) -> dict[tuple[int, int], float]:
    others = Index([vectors[other] for other in case.other.topics])
    return {
        (i, j): weight
        for i, one in enumerate(case.one.topics)
        for j, weight in enumerate(others.shares(vectors[one]))
        if weight > 1e-9
    }


def _vectors(
    topics: Sequence[Topic], cut: Callable[[str], list[str]]
) -> dict[Topic, dict[str, float]]:
    counts = {topic: Counter(cut(f"{topic.heading}\n{topic.text}")) for topic in topics}
    having = Counter(term for count in counts.values() for term in count)
    out = {}
    for topic, count in counts.items():
        raw = {
            term: n * (log((1 + len(topics)) / (1 + having[term])) + 1) for term, n in count.items()
        }
        length = sqrt(sum(value * value for value in raw.values()))
        out[topic] = {term: value / length for term, value in raw.items()}
    return out
