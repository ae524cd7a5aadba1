"""词库 as the search asks it. Stop words and synonyms act with the next question, in every process.

Words act where texts are cut, so with the next index: ``generation`` says which words it had.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from django.db.models import Count, Max

from bulletins.models import LexiconEntry, LexiconKind


class Lexicon(NamedTuple):
    """Everything folded. synonyms: each word → the others."""

    words: tuple[str, ...]
    stop_words: frozenset[str]
    synonyms: dict[str, tuple[str, ...]]


def lexicon() -> Lexicon:
    """As it is at this moment: a small question, and one more where it has changed."""
    entries = LexiconEntry.objects
    state = entries.aggregate(Count("pk"), Max("pk"), Max("changed_at"))
    return loaded(tuple(state.values()))


def words() -> tuple[str, ...]:
    """What is never cut apart: what jieba is told."""
    return lexicon().words


def stop_words() -> frozenset[str]:
    """What decides nothing beside other words. Alone it is looked for like any other."""
    return lexicon().stop_words


def synonyms() -> dict[str, tuple[str, ...]]:
    """{"网安": ("网络安全",), "网络安全": ("网安",)}."""
    return lexicon().synonyms


def generation() -> str:
    """The same as long as the words are: an index made with others is to be made anew."""
    return sha256("\n".join(words()).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def loaded(state: tuple[object, ...]) -> Lexicon:
    """state: what tells one state of the table from another."""
    folded: dict[str, list[str]] = {kind: [] for kind in LexiconKind.values}
    for kind, text in LexiconEntry.objects.order_by("folded").values_list("kind", "folded"):
        folded[kind].append(text)
    return Lexicon(
        tuple(folded[LexiconKind.WORD]),
        frozenset(folded[LexiconKind.STOP_WORD]),
        dict(_others(folded[LexiconKind.SYNONYMS])),
    )


def _others(groups: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group in groups:
        members = group.split("\n")
        for one in members:
            yield one, tuple(other for other in members if other != one)
