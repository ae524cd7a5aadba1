"""Passages under their articles, of what is public at this moment, best article first."""

from collections.abc import Collection, Mapping
from datetime import datetime
from math import log2
from typing import NamedTuple

from bulletins.indexing.engines.candidates import Candidate
from bulletins.listing import ALL
from bulletins.models import Listing
from bulletins.search.finding.gathering import Gathered
from bulletins.search.finding.judging import Judged

FRESH = 8.0  # what the newest text gains
HALF = 400.0  # days after which it is half of that
MORE = 2.0  # for a text that says it in several places


class Found(NamedTuple):
    """An article. passages: best first; places: marks of all of them."""

    edition: int
    published: datetime
    score: float
    passages: tuple[Judged, ...]
    places: frozenset[str]
    why: str


def grouped(gathered: Gathered, now: datetime) -> list[Found]:
    """One of each article; what is not public now is left out."""
    judged: dict[int, list[Judged]] = {}
    for one in gathered.judged:
        judged.setdefault(one.candidate.edition, []).append(one)
    others: dict[int, list[Candidate]] = {}
    for other in gathered.others:
        others.setdefault(other.edition, []).append(other)
    known = _published(judged.keys() | others.keys(), now)
    found = [
        _found(edition, published, judged.get(edition, []), others.get(edition, []), now)
        for edition, published in known.items()
    ]
    return sorted(found, key=lambda one: (-one.score, -one.published.timestamp(), -one.edition))


def _published(editions: Collection[int], now: datetime) -> Mapping[int, datetime]:
    """Those that are public, and since when: from their rows in the list of all."""
    rows = Listing.objects.filter(list=ALL, edition__in=editions).public(now).order_by()
    return dict(rows.values_list("edition", "first_published_at"))


def _found(
    edition: int,
    published: datetime,
    passages: list[Judged],
    others: list[Candidate],
    now: datetime,
) -> Found:
    all_of_them = [*(one.candidate for one in passages), *others]
    places = frozenset(place for one in all_of_them for place in one.places.split())
    if not passages:
        unjudged = tuple(Judged(one, 0.0, "") for one in others)
        return Found(edition, published, 0.0, unjudged, places, "只按新旧")
    days = max((now - published).total_seconds() / 86_400, 0.0)
    fresh = FRESH * 0.5 ** (days / HALF)
    more = MORE * log2(len(passages))
    best = passages[0]
    why = f"{best.why}，多处 {more:.1f}，新旧 {fresh:.1f}，共 {best.score + more + fresh:.1f}"
    score = best.score + more + fresh
    return Found(edition, published, score, tuple(passages), places, why)
