"""Related articles: chosen when an article is released, from the lists in which it stands.

What it shares with another counts the more, the fewer share it: a tag of five articles says more
than a province of five hundred. Titles are compared by pairs of characters (Dice's measure).
"""

from collections import defaultdict
from collections.abc import Iterable
from math import log2

from django.utils import timezone

from bulletins.models import Edition, ListCount, Listing

MOST = 5
LOOKED_AT = 30  # of each list, the newest
LISTS = 12  # the shortest
TITLE = 2.0  # what the same title would count
LEAST = 0.35  # less than this is chance
KINDS = ("tag:", "region:", "column:")


def related_to(edition: Edition) -> list[int]:
    """The articles (by primary key) that it has most in common with, best first; at most five.

    Read after its lists were written. What is related later on may be public no more: who shows
    them looks.
    """
    own = _pairs(edition.title)
    scores: defaultdict[int, float] = defaultdict(float)
    titles: dict[int, str] = {}
    for name, weight in _weighed(edition):
        for article, title in _newest(name):
            scores[article] += weight
            titles[article] = title
    scores.pop(edition.article_id, None)
    whole = {pk: score + TITLE * _alike(own, _pairs(titles[pk])) for pk, score in scores.items()}
    best = sorted(whole, key=lambda pk: (-whole[pk], -pk))
    return [pk for pk in best if whole[pk] >= LEAST][:MOST]


def _weighed(edition: Edition) -> Iterable[tuple[str, float]]:
    """Its tags, regions and columns, the rarest first, and what sharing one of them counts."""
    names = [
        name
        for name in edition.listings.values_list("list", flat=True).order_by("list")
        if name.startswith(KINDS) and name.count(":") == 1
    ]
    held = dict(ListCount.objects.filter(list__in=names).values_list("list", "count"))
    rare = sorted(names, key=lambda name: (held.get(name, 0), name))
    return [(name, 1 / log2(2 + held.get(name, 0))) for name in rare[:LISTS]]


def _newest(name: str) -> Iterable[tuple[int, str]]:
    rows = Listing.objects.of(name, timezone.now()).filter(archived_at=None)
    return rows.values_list("edition__article_id", "title")[:LOOKED_AT]


def _pairs(title: str) -> set[str]:
    return {title[at : at + 2] for at in range(len(title) - 1)}


def _alike(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
