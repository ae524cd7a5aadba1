"""Candidates from the index, tier by tier, judged: each passage once, by its best."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import OperationalError

from bulletins.document.folding.characters import STOP
from bulletins.indexing import engine
from bulletins.indexing.engines.candidates import Candidate
from bulletins.indexing.frequency import SMALL, Shares, lighter, shares
from bulletins.models.passage import PassageKind
from bulletins.search.finding.asking import Places, Sought, Tier, newest, tiers, together
from bulletins.search.finding.judging import Judged
from bulletins.search.finding.reading import (
    ENDS,
    FEW,
    WIDE,
    Judging,
    Read,
    Wide,
    others,
    read_on,
)
from bulletins.search.finding.sought import Plan
from bulletins.search.finding.spread import spread
from bulletins.search.finding.years import last_of_year
from bulletins.search.query import Word

log = logging.getLogger(__name__)

# What stands in many texts is looked for in headings and openings of the newest alone, some ten
# thousand texts: further back, the index would be read to its end for a few
LATER, DEEP = ("heading", "opening"), 40_000
# So is what says the pieces of a word or a sentence, but not all of it in a row
APART_DEEP = 1_000_000
TITLES = 30  # three pages
LONG = 8  # characters that nobody puts together by chance


class Gathered(NamedTuple):
    """judged: best first. others: further candidates, the newest first, not judged.

    whole: there is nothing else.
    """

    judged: tuple[Judged, ...]
    others: tuple[Candidate, ...]
    whole: bool


def gather(
    plan: Plan, places: Places, excluded: Sequence[Word], *, loose: bool = False
) -> Gathered:
    """What says every word where these marks are, and nothing that is excluded.

    loose: where nothing does, what says most of them.
    """
    if not plan.phrase:
        found = engine().find(plan.slot, newest(places), WIDE)
        return Gathered((), tuple(found), len(found) < WIDE)
    without = [word.text for word in excluded if len(word.text) == 2 and STOP not in word.text]
    unwanted = [word.text for word in excluded]
    best: dict[int, Judged] = {}
    rest, whole = list[Candidate](), False
    try:
        with engine().asking(plan.slot) as index:
            if index.newest >= SMALL:
                index.start = last_of_year(plan.slot, places) or index.newest
            rest, whole = _read(index, plan, places, without, unwanted, best)
        _keep(best, _apart(plan, places, unwanted, best.values(), loose=loose))
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
    wide: Wide | None = None
    known = shares(plan.slot, index.newest)
    for whole_tier, sought in tiers_of(plan, places, without):
        if _is_known(whole_tier, plan, best):
            continue
        tier = _lighter(whole_tier, known, index.newest)
        cut = tier.asked != whole_tier.asked
        judging = Judging(tier.name, sought, plan.whole, unwanted, cut)
        if wide and tier.name == "body" and len(best) >= FEW:
            # As words it stands in many: enough are read
            wide = Wide(tier, judging, judging.is_idle, Read([]), _above(tier, plan, index.newest))
            continue
        above = _above(tier, plan, index.newest, is_common=bool(wide))
        read = read_on(index, tier, judging, above)
        _keep(best, read.judged)
        if tier.name in ENDS:
            wide = None if read.ended else Wide(tier, judging, _is_sure(judging, read), read, above)
    return others(index, wide) if wide else ([], True)


def _above(tier: Tier, plan: Plan, newest: int, *, is_common: bool = False) -> int:
    """The id behind which a tier is not looked for."""
    if is_common and tier.name in LATER:
        return max(newest - DEEP, 0)
    of_pieces = plan.pieces and tier.name not in ("together", "exact", "title")
    return max(newest - APART_DEEP, 0) if of_pieces else 0


def _lighter(tier: Tier, known: Shares, newest: int) -> Tier:
    """Titles are few: all of it is asked for."""
    if tier.name in ("exact", "title"):
        return tier
    return tier._replace(asked=lighter(tier.asked, known, newest))


def _is_sure(judging: Judging, read: Read) -> bool:
    """Whether the index knows as much, or whatever it gave for all the words said them."""
    if judging.cut or judging.excludes:
        return False
    return judging.is_idle or len(read.judged) == read.number


def _is_known(tier: Tier, plan: Plan, best: Mapping[int, Judged]) -> bool:
    """Whether what a tier would give stands behind what is known.

    Where what was typed stands in a row somewhere, its pieces are not looked for: only a title
    that has them all may still be better. Where it stands in some pages of titles, nobody looks
    for it in headings.
    """
    if tier.name in LATER and _titles(best) >= TITLES:
        return True
    if not plan.pieces or tier.name in ("together", "exact", "title") or not best:
        return False
    return _is_long(plan) or len({one.candidate.edition for one in best.values()}) >= FEW


def _titles(best: Mapping[int, Judged]) -> int:
    """In how many titles it is said."""
    return sum(one.candidate.kind == PassageKind.TITLE for one in best.values())


def _is_long(plan: Plan) -> bool:
    return any(len(text) >= LONG for one in plan.phrase for text in one.texts)


def _apart(
    plan: Plan,
    places: Places,
    unwanted: Sequence[str],
    known: Collection[Judged],
    *,
    loose: bool,
) -> list[Judged]:
    """What says the words in several places, where few passages say all of them."""
    editions = {one.candidate.edition for one in known}
    if len(editions) >= FEW or (editions and _is_long(plan)):
        return []
    sought = plan.loose if loose else plan.pieces or plan.phrase
    found = spread(plan.slot, sought, places, unwanted, loose=loose)
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
