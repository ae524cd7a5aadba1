"""Candidates from the index, tier by tier, judged: each passage once, by its best."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import OperationalError

from bulletins.document.folding.characters import STOP
from bulletins.indexing import engine
from bulletins.indexing.engines.candidates import Candidate
from bulletins.indexing.frequency import lighter, likely, shares
from bulletins.search.finding.asking import Places, Sought, Tier, newest, tiers, together
from bulletins.search.finding.judging import Judged, is_excluded, parted
from bulletins.search.finding.reading import FEW, FURTHER, WIDE, Judging, read_on
from bulletins.search.finding.sought import Plan
from bulletins.search.finding.spread import spread
from bulletins.search.finding.years import last_of_year
from bulletins.search.query import Word

log = logging.getLogger(__name__)

# The pieces of a word or a sentence, if not all of it in a row, are looked for in the newest
# passages, some ten thousand texts: further back, the index would be read to its end for a few
APART_DEEP = 400_000
SURE, FURTHER_PAIRS = 10**12, 8  # as if there were so many passages: so many pairs are asked
SOUNDS_DEEP = 300_000  # and titles by their sound; all headings are looked through after them
FEW_THERE = ("exact", "title")  # titles: all of it is asked for
WORDS = 80  # of so many passages it is enough to know that it is a word in them
LONG = 8  # characters that nobody puts together by chance


class Gathered(NamedTuple):
    """judged: best first. others: further candidates, the newest first, not judged.

    whole: there is nothing else.
    """

    judged: tuple[Judged, ...]
    others: tuple[Candidate, ...]
    whole: bool


def gather(
    plan: Plan,
    places: Places,
    excluded: Sequence[Word],
    unseen: Collection[int],
    *,
    loose: bool = False,
) -> Gathered:
    """What says every word where these marks are, and nothing that is excluded.

    unseen: editions that are not looked at. loose: where nothing says all, what says most of it.
    """
    without = [word.text for word in excluded if len(word.text) == 2 and STOP not in word.text]
    unwanted = [word.text for word in excluded]
    best: dict[int, Judged] = {}
    rest, whole = list[Candidate](), False
    try:
        last = last_of_year(plan.slot, places)
        with engine().asking(plan.slot, unseen) as index:
            index.start = last or index.newest
            rest, whole = _read(index, plan, places, without, unwanted, best)
            _keep(best, _apart(index, plan, places, unwanted, best.values(), loose=loose))
    except OperationalError:  # the engine gave up: what was found until then is an answer
        log.warning("A search took too long", exc_info=True)
    judged = tuple(sorted(best.values(), key=lambda one: (-one.score, -one.candidate.id)))
    unread = tuple(one for one in rest if one.id not in best)
    return Gathered(judged, unread, whole)


def _read(
    index: Any,
    plan: Plan,
    places: Places,
    without: Sequence[str],
    unwanted: Sequence[str],
    best: dict[int, Judged],
) -> tuple[list[Candidate], bool]:
    """Tier by tier into best; further candidates, and whether there is nothing else."""
    if not plan.phrase:
        return _newest(index, places, without, unwanted)
    rest, whole = list[Candidate](), True
    known = shares(plan.slot, index.newest)
    for tier, sought in tiers_of(plan, places, without):
        if _is_known(tier, plan, best) or (tier.name == "words" and whole):
            continue
        asked = tier.asked if tier.name in FEW_THERE else lighter(tier.asked, known, index.newest)
        cut = asked != tier.asked
        judging = Judging(tier.name, sought, plan.whole, unwanted, cut)
        share = 0.0 if tier.name in FEW_THERE else likely(asked, known)
        above = _above(tier, plan, index.start)
        light = tier._replace(asked=asked)
        if cut:  # where that gives few, more pairs are asked
            tier = tier._replace(asked=lighter(tier.asked, known, SURE, FURTHER_PAIRS))
        read = read_on(index, tier, judging, light, share=share, above=above)
        _keep(best, read.judged)
        if tier.name in FURTHER:
            rest, whole = [*rest, *read.others], read.ended
    return rest, whole


def _newest(
    index: Any, places: Places, without: Sequence[str], unwanted: Sequence[str]
) -> tuple[list[Candidate], bool]:
    """Where nothing was typed but conditions: whatever is there."""
    found = index.find(newest(places, without), WIDE, words=bool(unwanted))
    said = [one for one in found if not is_excluded(one, unwanted)] if unwanted else found
    return said, len(found) < WIDE


def _above(tier: Tier, plan: Plan, start: int) -> int:
    """The id behind which a tier is not looked for."""
    if tier.name == "title" and any(one.initials for one in plan.phrase):
        return max(start - SOUNDS_DEEP, 0)
    return max(start - APART_DEEP, 0) if plan.pieces and tier.name in ("body", "words") else 0


def _is_known(tier: Tier, plan: Plan, best: Mapping[int, Judged]) -> bool:
    """Whether what a tier would give stands behind what is known.

    Where what was typed stands in a row somewhere, its pieces are not looked for: only a title
    that has them all may still be better. Nor is a pair of characters looked for as a word, where
    it is one in enough of the passages that have it.
    """
    if tier.name == "words":
        return _words(plan, best) >= WORDS
    if not plan.pieces or tier.name in ("together", "exact", "title") or not best:
        return False
    return _is_long(plan) or len({one.candidate.edition for one in best.values()}) >= FEW


def _words(plan: Plan, best: Mapping[int, Judged]) -> int:
    """In how many passages one of what was typed is a word by itself."""
    texts = [f" {text} " for one in plan.phrase for text in one.texts]
    each = (parted(one.candidate.words) for one in best.values())
    return sum(any(text in said for text in texts) for said in each)


def _is_long(plan: Plan) -> bool:
    return any(len(text) >= LONG for one in plan.phrase for text in one.texts)


def _apart(
    index: Any,
    plan: Plan,
    places: Places,
    unwanted: Sequence[str],
    known: Collection[Judged],
    *,
    loose: bool,
) -> list[Judged]:
    """What says the words in several places, where few passages say all of them."""
    editions = {one.candidate.edition for one in known}
    if not plan.phrase or len(editions) >= FEW or (editions and _is_long(plan)):
        return []
    sought = plan.loose if loose else plan.pieces or plan.phrase
    found = spread(index, sought, places, unwanted, loose=loose)
    return [one for one in found if one.candidate.edition not in editions]


def tiers_of(
    plan: Plan, places: Places, without: Sequence[str]
) -> Iterator[tuple[Tier, Sequence[Sought]]]:
    """Each with what is looked for in it."""
    if plan.pieces:
        yield from ((tier, plan.phrase) for tier in together(plan.phrase, places, without))
    sought = plan.pieces or plan.phrase
    yield from ((tier, sought) for tier in tiers(sought, plan.whole, places, without))


def _keep(best: dict[int, Judged], judged: Iterable[Judged]) -> None:
    for one in judged:
        known = best.get(one.candidate.id)
        if known is None or known.score < one.score:
            best[one.candidate.id] = one
