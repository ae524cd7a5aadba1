"""How good search is: nDCG@10 over articles, and how often the right section stands first.

pytest tests/search/test_quality.py -s          prints the figures of every kind of query
SEE=1 pytest tests/search/test_quality.py -s    and what is wrong with those for tuning
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log2
from statistics import mean
from typing import NamedTuple

from bulletins.document.marking import Marked
from bulletins.search.results import Group, Hit, Results
from tests.search.judged.judgements import Judged, Place

Ask = Callable[[str], Results]
DEEP = 10


class Score(NamedTuple):
    """ndcg: 0 to 1. best: whether an answer of the highest grade stands first.

    sections: for each article of the page of which a section was judged, whether it is its first;
    instead: what was first where it was not.
    """

    judged: Judged
    found: tuple[str, ...]
    ndcg: float
    best: bool
    sections: tuple[bool, ...]
    instead: tuple[str, ...] = ()


def score(query: Judged, ask: Ask, names: dict[int, str]) -> Score:
    """Ask one query; names: of the texts, by their articles' numbers."""
    results = ask(query.said)
    found = tuple(names[group.number] for group in results.groups)
    if not query.grades:
        nothing = results.loosened or not found
        return Score(query, found, float(nothing), nothing, ())
    grades = [query.grades.get(name, 0) for name in found]
    best = bool(grades) and grades[0] == max(query.grades.values())
    ndcg = _gain(grades) / _gain(sorted(query.grades.values(), reverse=True))
    shown = list(_shown(query, found, results.groups))
    rights = tuple(_is_there(hit, place) for hit, place in shown)
    wrong = tuple(_said(hit) for hit, place in shown if not _is_there(hit, place))
    return Score(query, found, ndcg, best, rights, wrong)


def table(scores: Sequence[Score]) -> str:
    """A line for each kind of query, then those for tuning, held out, and all."""
    kinds = dict.fromkeys(one.judged.kind for one in scores)
    some = {kind: [one for one in scores if one.judged.kind == kind] for kind in kinds}
    some |= {"tuning": tuning(scores), "held out": held_out(scores), "all": list(scores)}
    rows = [_row(name, those) for name, those in some.items() if those]
    head = "| queries | number | nDCG@10 | best first | right section first |"
    return "\n".join([head, "|---|--:|--:|--:|--:|", *rows])


def faults(scores: Iterable[Score]) -> Iterator[str]:
    """What is not as it should be among those for tuning: the query, what was found and its grades."""
    for one in scores:
        if not one.judged.held_out and (one.ndcg < 0.999 or not all(one.sections)):
            said = " ".join(f"{name}:{one.judged.grades.get(name, 0)}" for name in one.found[:DEEP])
            missing = [name for name in one.judged.grades if name not in one.found[:DEEP]]
            wrong = f"; first was {'; '.join(one.instead)}" if one.instead else ""
            yield f"{one.ndcg:.2f} {one.judged.said}: {said}; missing {missing}{wrong}"


def tuning(scores: Iterable[Score]) -> list[Score]:
    return [one for one in scores if not one.judged.held_out]


def held_out(scores: Iterable[Score]) -> list[Score]:
    return [one for one in scores if one.judged.held_out]


def sections_first(scores: Iterable[Score]) -> float:
    """How many of the judged sections stand first under their article."""
    said = [right for one in scores for right in one.sections]
    return mean(said) if said else 1.0


def _row(name: str, scores: Sequence[Score]) -> str:
    ndcg, best = mean(one.ndcg for one in scores), mean(one.best for one in scores)
    judged = any(one.sections for one in scores)
    sections = f"{sections_first(scores):.2f}" if judged else ""
    return f"| {name} | {len(scores)} | {ndcg:.3f} | {best:.2f} | {sections} |"


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:DEEP]))


def _shown(
    query: Judged, found: Sequence[str], groups: Sequence[Group]
) -> Iterator[tuple[Hit | None, Place]]:
    """For each article of the page: what is shown of it first, and what should be."""
    for name, group in list(zip(found, groups, strict=True))[:DEEP]:
        if place := query.places.get(name):
            yield (group.hits[0] if group.hits else None), place


def _is_there(hit: Hit | None, place: Place) -> bool:
    """Whether it is of that part (兵团 is 新疆生产建设兵团) and under that heading."""
    if hit is None:
        return False
    part, heading = hit.place.partition("·")[0].replace(" ", ""), plain(hit.heading)
    same_part = place.part in part or place.part in heading or bool(part and part in place.part)
    return same_part and place.heading in heading


def _said(hit: Hit | None) -> str:
    return f"{hit.place} {plain(hit.heading)}".strip() if hit else "nothing"


def plain(marked: Marked) -> str:
    return "".join(text for text, _ in marked)
