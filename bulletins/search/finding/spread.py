"""Texts that say the words in several places, or most of them: asked where no passage says all.

Each word is looked for by itself, the newest passages first. A rare word's texts are all known; in
those a common word is looked for in the passages themselves.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log2
from typing import Any

from bulletins.indexing.engines.candidates import COLUMNS, TEXTS, Candidate
from bulletins.indexing.expressions import all_of
from bulletins.indexing.slots import rows_of
from bulletins.search.finding.asking import Places, Sought, borne, own
from bulletins.search.finding.judging import Judged, place_of, read, says

MOST = 800  # passages of one word
READ = 40  # texts whose passages are read
APART = 0.6  # of what the words would be worth together
FIRST = 2.0  # for each word that no passage before it says: what is shown shows all of them
HALF = 0.5  # of a query's weight is enough where nothing says all of it


def spread(
    index: Any,
    sought: Sequence[Sought],
    places: Places,
    unwanted: Sequence[str],
    *,
    loose: bool,
) -> list[Judged]:
    """Their passages, judged. loose: those that say most of it; a rare word counts for more."""
    if len(sought) < (1 if loose else 2):
        return []
    found = [_editions(index, one, places) for one in sought]
    weights = [1 / (1 + log2(1 + len(editions))) for editions in found]
    texts = texts_of(index.slot, _worth_reading(found, weights, loose=loose), places)
    judged: list[Judged] = []
    least = HALF if loose else 0.999
    for passages in texts.values():
        judged += _judged(passages, sought, weights, unwanted, least * sum(weights))
    return judged


def _editions(index: Any, sought: Sought, places: Places) -> dict[int, int]:
    """Edition → how many of the passages looked at are its own, the newest first."""
    asked = all_of((own(sought), borne(places)))
    counts: dict[int, int] = defaultdict(int)
    for one in index.find(asked, MOST) if asked else ():
        counts[one.edition] += 1
    return counts


def _worth_reading(
    found: Sequence[Mapping[int, int]], weights: Sequence[float], *, loose: bool
) -> list[int]:
    """Those that most words name, of rare words first; strictly, those of every rare word."""
    known = [one for one in found if sum(one.values()) < MOST]
    if not loose and any(not one for one in known):
        return []
    votes: dict[int, float] = defaultdict(float)
    for editions, weight in zip(found, weights, strict=True):
        for edition in editions:
            votes[edition] += weight
    every = set(votes) if loose or not known else set.intersection(*map(set, known))
    return sorted(every, key=lambda one: (-votes[one], -one))[:READ]


def texts_of(slot: str, editions: Collection[int], places: Places) -> dict[int, list[Candidate]]:
    """Their passages, those where these marks are."""
    rows = rows_of(slot)._default_manager.filter(edition__in=editions)
    texts: dict[int, list[Candidate]] = defaultdict(list)
    for row in sorted(rows.values_list(*COLUMNS, *TEXTS)):
        candidate = Candidate(*row)
        marks = set(candidate.places.split())
        if all(marks & set(one) for one in places):
            texts[candidate.edition].append(candidate)
    return texts


def _judged(
    passages: Iterable[Candidate],
    sought: Sequence[Sought],
    weights: Sequence[float],
    unwanted: Sequence[str],
    least: float,
) -> list[Judged]:
    """Those of one text that say something of it, if together they say enough."""
    said, told = set[int](), set[int]()
    judged: list[Judged] = []
    for candidate in passages:
        reading = read(candidate)
        if any(one in reading.head or one in reading.body for one in unwanted):
            return []
        found = [place_of(candidate.kind, reading, one) for one in sought]
        own = {n for n, one in enumerate(sought) if says(reading, one)}
        told |= {n for n, score in enumerate(found) if score}
        if own:
            worth = sum(score * weight for score, weight in zip(found, weights, strict=True))
            score = APART * worth / sum(weights) + FIRST * len(own - said)
            judged.append(Judged(candidate, score, f"分在几处 {score:.1f}"))
            said |= own
    enough = sum(weights[n] for n in told) >= least
    return sorted(judged, key=lambda one: -one.score) if enough else []
