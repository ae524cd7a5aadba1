"""Candidates from the index, tier by tier, judged: each passage once, by its best."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.indexing import engine
from bulletins.indexing.engines.candidates import Candidate
from bulletins.indexing.expressions import Expression
from bulletins.search.finding.asking import Places, Sought, Tier, newest, tiers, together
from bulletins.search.finding.judging import Judged, judge
from bulletins.search.finding.sought import Plan
from bulletins.search.finding.spread import spread
from bulletins.search.query import Word

FEW = 10  # texts: a page
WIDE = 1_000  # passages by which articles are counted, and facets made
EXACT = 1_000.0  # a title that is what was typed stands first, always


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
    wide: Expression | None = None
    ended = True
    for tier, sought in tiers_of(plan, places, without):
        found = engine().find(plan.slot, tier.asked, tier.most, words=True)
        _keep(best, _judged(found, tier.name, sought, plan.whole, unwanted))
        if tier.name == "body":
            wide, ended = tier.asked, len(found) < tier.most
    _keep(best, _apart(plan, places, unwanted, best.values(), loose=loose))
    judged = tuple(sorted(best.values(), key=lambda one: (-one.score, -one.candidate.id)))
    if ended or wide is None:
        return Gathered(judged, (), whole=True)
    others = engine().find(plan.slot, wide, WIDE)
    return Gathered(judged, tuple(one for one in others if one.id not in best), len(others) < WIDE)


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
    if len(editions) >= FEW:
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


def _judged(
    found: Iterable[Candidate],
    tier: str,
    sought: Sequence[Sought],
    whole: str,
    unwanted: Sequence[str],
) -> list[Judged]:
    said = (judge(one, sought, whole, unwanted) for one in found)
    judged = [one for one in said if one]
    if tier != "exact":
        return judged
    return [one._replace(score=EXACT + one.score, why=f"标题相同，{one.why}") for one in judged]


def _keep(best: dict[int, Judged], judged: Iterable[Judged]) -> None:
    for one in judged:
        known = best.get(one.candidate.id)
        if known is None or known.score < one.score:
            best[one.candidate.id] = one
