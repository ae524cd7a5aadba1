"""您是不是要找: the same query with one word as public headings have it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.search.finding import find
from bulletins.search.query import Query, Word, spell
from bulletins.search.spelling.headings import (
    Lines,
    Moment,
    headings_like,
    headings_with,
    texts_like,
)
from bulletins.search.spelling.likeness import Like, Likeness, likes, slips

MOST = 3
MOST_WORDS = 3  # are looked into
JOINED, LONGEST_JOINED = 5, 12  # characters: a word may be several, written without a space
PIECE = 4


class Reading(NamedTuple):
    """A word, or a piece of one, and what may have been meant by it."""

    said: str
    meant: str


def did_you_mean(query: Query, now: datetime) -> tuple[Query, ...]:
    """At most three, the likeliest first: each with one word as public texts have it.

    Only a word that is in none of the headings looked at is replaced. A query of several words, of
    a long one or with conditions is offered only if it finds something. Ten queries, and those
    searches.
    """
    readings = _readings_of([word.text for word in query.words], now)
    found = [_with(query, one) for one in readings[:MOST]]
    return tuple(one for one in found if _is_plain(query) or find(one, now=now).groups)


def _is_plain(query: Query) -> bool:
    """One short word: what a public text says instead finds that text."""
    more = query.narrowings or query.excluded or len(query.words) > 1
    return not more and not any(_is_joined(word.text) for word in query.words)


def _is_joined(word: str) -> bool:
    """Whether it may be several."""
    return not word.isascii() and STOP not in word and JOINED <= len(word) <= LONGEST_JOINED


def _readings_of(words: Sequence[str], now: datetime) -> list[Reading]:
    """As headings have a word, else as texts, else as headings have a piece of it."""
    moment = Moment.at(now)
    headings = headings_like(words[:MOST_WORDS], moment)
    if found := _readings(words, headings, likes):
        return found
    strange = _strange(words, headings)[:MOST_WORDS]
    if found := _readings(strange, texts_like(strange, moment), slips):
        return found
    pieces = next((_pieces(word) for word in strange if _is_joined(word)), [])
    return _readings(pieces, headings_with(pieces, moment), likes)


def _readings(words: Iterable[str], lines: Lines, like: Like) -> list[Reading]:
    """Those that sound alike first, then what most texts say."""
    said: dict[tuple[Likeness, Reading], set[int]] = defaultdict(set)
    for word in _strange(words, lines):
        for edition, line in lines:
            for meant, likeness in like(word, line):
                said[likeness, Reading(word, meant)].add(edition)
    ordered = sorted(said, key=lambda one: (one[0], -len(said[one]), one[1]))
    return list(dict.fromkeys(reading for _, reading in ordered))


def _strange(words: Iterable[str], lines: Lines) -> list[str]:
    """Words that none of the lines has."""
    texts = ["".join(line) for _, line in lines]
    return [word for word in words if not any(word in text for text in texts)]


def _pieces(word: str) -> list[str]:
    """贵州网终安全 → 贵州网终 州网终安 网终安全."""
    return [word[at : at + PIECE] for at in range(len(word) - PIECE + 1)]


def _with(query: Query, reading: Reading) -> Query:
    words = tuple(dict.fromkeys(_read_as(word, reading) for word in query.words))
    found = query._replace(words=words, notes=())
    return found._replace(typed=spell(found))


def _read_as(word: Word, reading: Reading) -> Word:
    text = word.text.replace(reading.said, reading.meant)
    return word if text == word.text else word._replace(text=text, said=text)
