"""Articles of a page that only their titles led to, with those of their passages that say it, too:
the section is shown, not just the page.
"""

from collections.abc import Iterable, Sequence

from bulletins.indexing.engines.candidates import Candidate
from bulletins.search.finding.asking import Places
from bulletins.search.finding.grouping import Found
from bulletins.search.finding.judging import Judged, judge
from bulletins.search.finding.showing import passages_of
from bulletins.search.finding.sought import Plan
from bulletins.search.finding.spread import texts_of


def completed(
    found: Sequence[Found], plan: Plan, places: Places, unwanted: Sequence[str]
) -> list[Found]:
    """In the same order, with the same scores. One query."""
    lacking = [one.edition for one in found if not passages_of(one.passages)]
    texts = texts_of(plan.slot, lacking, places) if lacking and plan.phrase else {}
    return [
        one._replace(passages=_joined(one.passages, texts[one.edition], plan, unwanted))
        if one.edition in texts
        else one
        for one in found
    ]


def _joined(
    known: Sequence[Judged], passages: Iterable[Candidate], plan: Plan, unwanted: Sequence[str]
) -> tuple[Judged, ...]:
    """Best first. Where none says it in a row, those that say its pieces."""
    ids = {one.candidate.id for one in known}
    new = [one for one in passages if one.id not in ids]
    for sought in filter(None, (plan.phrase, plan.pieces)):
        judged = [judge(one, sought, plan.whole, unwanted) for one in new]
        if further := [one for one in judged if one]:
            return tuple(sorted((*known, *further), key=lambda one: -one.score))
    return tuple(known)
