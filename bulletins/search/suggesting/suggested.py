"""What is offered for what stands in the box: names first, then titles; public text only."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from bulletins.document.folding import fold
from bulletins.search.query.reading import read
from bulletins.search.suggesting.names import names_like, texts_of
from bulletins.search.suggesting.suggestion import Suggestion
from bulletins.search.suggesting.titles import Title, titles_like

MOST, MOST_NAMES = 8, 5
MOST_WORDS, LONGEST_TYPED = 4, 64


def suggest(typed: str, now: datetime) -> tuple[Suggestion, ...]:
    """At most eight; none for what is no word. A fixed number of queries."""
    asked = read(typed[:LONGEST_TYPED])
    whole = fold(asked.typed)
    if not whole:
        return ()
    titles = list(_titles([one.text for one in asked.words[:MOST_WORDS]], now))
    names = list(_names(whole, now, room=max(MOST - len(titles), MOST_NAMES)))
    return (*names, *titles[: MOST - len(names)])


def _names(typed: str, now: datetime, room: int) -> Iterator[Suggestion]:
    for one, text in texts_of(names_like(typed, now)[:room]):
        yield Suggestion(text, one.kind, reverse(one.kind, args=[one.key]))


def _titles(words: list[str], now: datetime) -> Iterator[Suggestion]:
    """Each once, however many texts bear it."""
    offered: dict[str, Title] = {}
    for one in titles_like(words, now) if words else ():
        offered.setdefault(one.text, one)
    for one in offered.values():
        yield Suggestion(one.text, "title", reverse("article", args=[one.number]))
