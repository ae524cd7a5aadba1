"""Which text of a year is set beside which of another: the two whose titles are most alike."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from bulletins.document.plain import bare
from bulletins.public.comparing.asking import Asked
from bulletins.public.comparing.voices import texts_in

OFFERED = 20  # the newest of a year


class Text(NamedTuple):
    edition: int
    number: int
    title: str
    at: datetime


class Choice(NamedTuple):
    """What a year offers, the newest first, and which was chosen; None where it offers nothing."""

    year: int
    texts: tuple[Text, ...]
    chosen: Text | None


def choices(found: Asked, now: datetime) -> tuple[Choice, Choice]:
    """Of one region's two years; two queries. Texts that are named count where they are there."""
    years = [
        (year, tuple(Text(*row) for row in texts_in(year, found.regions[0], now, OFFERED)))
        for year in found.years[:2]
    ]
    (first, olds), (second, news) = years
    old, new = _named(olds, found.old), _named(news, found.new)
    pairs = [(one, other) for one in ([old] if old else olds) for other in ([new] if new else news)]
    if pairs:  # the first of equals: the newest
        old, new = max(pairs, key=lambda pair: round(_alike(pair[0].title, pair[1].title), 1))
    return (
        Choice(first, olds, old or next(iter(olds), None)),
        Choice(second, news, new or next(iter(news), None)),
    )


def _named(texts: tuple[Text, ...], number: int) -> Text | None:
    return next((text for text in texts if text.number == number), None)


def _alike(one: str, other: str) -> float:
    """The share of pairs of characters that two titles have in common."""
    left, right = _pairs(one), _pairs(other)
    return 2 * (left & right).total() / max((left + right).total(), 1)


def _pairs(title: str) -> Counter[str]:
    words = bare(title)
    return Counter(words[at : at + 2] for at in range(len(words) - 1))
