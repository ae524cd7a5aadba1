"""您是不是要找: the same query with one word as public headings have it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter

from bulletins.search.finding import find
from bulletins.search.query import Query, Word, spell
from bulletins.search.spelling.headings import Lines, headings_like, texts_like
from bulletins.search.spelling.likeness import Like, Likeness, likes, slips

MOST = 3
Reading = tuple[Word, str]  # a word, and what may have been meant by it


def did_you_mean(query: Query, now: datetime) -> tuple[Query, ...]:
    """At most three, the likeliest first: each with one word as public texts have it.

    Only a word that is in none of the headings looked at is replaced. What has other words or
    conditions, too, is offered only if it finds something. Six queries, and those searches.
    """
    texts = [word.text for word in query.words]
    headings = headings_like(texts, now)
    strange = _strange(query.words, headings)
    readings = _readings(strange, headings, likes)
    readings = readings or _readings(strange, texts_like(map(itemgetter(0), strange), now), slips)
    found = [_with(query, *one) for one in readings[:MOST]]
    alone = len(query.words) == 1 and not query.narrowings and not query.excluded
    return tuple(one for one in found if alone or find(one, now=now).groups)


def _readings(words: Iterable[Word], lines: Lines, like: Like) -> list[Reading]:
    """Those that sound alike first, then what most texts say."""
    said: dict[tuple[Word, str, Likeness], set[int]] = defaultdict(set)
    for word in words:
        for edition, line in lines:
            for meant, likeness in like(word.text, line):
                said[word, meant, likeness].add(edition)
    ordered = sorted(said, key=lambda one: (one[2], -len(said[one]), one[1]))
    return list(dict.fromkeys((word, meant) for word, meant, _ in ordered))


def _strange(words: Iterable[Word], lines: Lines) -> list[Word]:
    """Words that none of the lines has."""
    texts = ["".join(line) for _, line in lines]
    return [word for word in words if not any(word.text in text for text in texts)]


def _with(query: Query, word: Word, meant: str) -> Query:
    other = word._replace(text=meant, said=meant)
    words = tuple(dict.fromkeys(other if one == word else one for one in query.words))
    found = query._replace(words=words, notes=())
    return found._replace(typed=spell(found))
