"""Candidates of both slots that answer, sifted, then judged as readers' are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletins.indexing import engine
from bulletins.indexing.engines.candidates import Candidate
from bulletins.indexing.expressions import Expression, all_of
from bulletins.models.passage import Slot
from bulletins.search.desk.reach import Reach, Seen
from bulletins.search.finding.asking import Places, Sought, borne, own
from bulletins.search.finding.gathering import tiers_of
from bulletins.search.finding.judging import Judged
from bulletins.search.finding.reading import Judging
from bulletins.search.finding.sought import Plan

MOST = 400  # passages for one word of several, from each slot
OF_OTHERS = 2_000  # passages of the desk, for who sees a part of them
APART = 15.0  # words that stand in different places come behind


class Look(NamedTuple):
    """Candidates found for these words. apart: for which of them, alone. cut: there are more."""

    found: list[Candidate]
    sought: tuple[Sought, ...]
    cut: bool
    tier: str = ""
    apart: int | None = None


class Looked(NamedTuple):
    """by_edition: best passage first. capped: not everything was looked at.

    Who sees a part is not told that: it would be told of what others wrote.
    """

    by_edition: dict[int, list[Judged]]
    seen: dict[int, Seen]
    capped: bool


def look(plan: Plan, reach: Reach, places: Places, unwanted: Sequence[str]) -> Looked:
    """Passages that say every word; and editions that say each somewhere."""
    looks = [*_together(plan, reach, places), *_apart(plan, reach, places)]
    seen = reach.seen({one.edition for each in looks for one in each.found})
    together: dict[tuple[object, ...], Judged] = {}
    apart: dict[int, dict[int, list[Judged]]] = {}
    for each in looks:
        for judged in _judged(each, plan, reach, seen, unwanted):
            if each.apart is None:
                _keep(together, judged)
            else:
                said = apart.setdefault(judged.candidate.edition, {})
                said.setdefault(each.apart, []).append(judged)
    found = _by_edition(together.values())
    for edition, said in apart.items():
        if edition not in found and len(said) == len(plan.phrase):
            found[edition] = _of_all(said.values())
    return Looked(found, seen, reach.is_everything and any(each.cut for each in looks))


def newest(plan: Plan, reach: Reach, places: Places) -> Looked:
    """Whatever is there: where nothing was typed but conditions."""
    asked = borne(places)
    looks = [_looked(slot, asked, reach, MOST, ()) for slot in (plan.slot, Slot.DESK)]
    seen = reach.seen({one.edition for each in looks for one in each.found})
    shown = (one for each in looks for one in reach.sifted(each.found, seen))
    found = {one.edition: list[Judged]() for one in shown}
    return Looked(found, seen, reach.is_everything and any(each.cut for each in looks))


def _together(plan: Plan, reach: Reach, places: Places) -> Iterator[Look]:
    for slot in (plan.slot, Slot.DESK):
        for tier, sought in tiers_of(plan, places, ()):
            found = _looked(slot, tier.asked, reach, tier.most, tuple(sought))
            yield found._replace(tier=tier.name)


def _apart(plan: Plan, reach: Reach, places: Places) -> Iterator[Look]:
    if len(plan.phrase) < 2:
        return
    for slot in (plan.slot, Slot.DESK):
        for number, one in enumerate(plan.phrase):
            asked = all_of((own(one), borne(places)))
            yield _looked(slot, asked, reach, MOST, (one,))._replace(apart=number)


def _looked(
    slot: str, asked: Expression | None, reach: Reach, most: int, sought: tuple[Sought, ...]
) -> Look:
    """Of the desk's few texts all are looked at: drafts may have no regions yet. Most of them may
    be others'.
    """
    expression = all_of((asked, reach.marks() if slot != Slot.DESK else None))
    if slot == Slot.DESK and not reach.is_everything:
        most = OF_OTHERS
    found = engine().find(slot, expression, most, words=True) if expression else []
    return Look(found, sought, cut=len(found) == most)


def _judged(
    each: Look, plan: Plan, reach: Reach, seen: dict[int, Seen], unwanted: Sequence[str]
) -> list[Judged]:
    whole = plan.whole if each.apart is None else ""
    judging = Judging(each.tier, each.sought, whole, unwanted)
    return judging.judged(reach.sifted(each.found, seen))


def _keep(best: dict[tuple[object, ...], Judged], judged: Judged) -> None:
    """An edition whose time is just over may stand in both slots."""
    one = judged.candidate
    place = (one.edition, one.kind, one.part, one.key, one.piece)
    if place not in best or best[place].score < judged.score:
        best[place] = judged


def _by_edition(judged: Iterable[Judged]) -> dict[int, list[Judged]]:
    found: dict[int, list[Judged]] = {}
    for one in sorted(judged, key=lambda one: -one.score):
        found.setdefault(one.candidate.edition, []).append(one)
    return found


def _of_all(said: Iterable[list[Judged]]) -> list[Judged]:
    """The best passage for each word, once."""
    best = (max(each, key=lambda one: one.score) for each in said)
    once = {one.candidate.id: one._replace(score=one.score - APART) for one in best}
    return sorted(once.values(), key=lambda one: -one.score)
