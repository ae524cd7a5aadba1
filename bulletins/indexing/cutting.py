"""Texts cut into words, as a row keeps them: what did not change is not cut again."""

from collections.abc import Mapping
from functools import lru_cache

from bulletins.document.words import Cutter
from bulletins.indexing.passages import Text
from bulletins.indexing.sounds import sounds_of
from regions.official import official_rows

Cut = tuple[str, str]  # words, sounds: as in the row
Place = tuple[str, str, str, int]
RULES = "1"  # of folding, cutting, sounds: another makes every text be indexed anew


@lru_cache(maxsize=2)
def cutter(words: tuple[str, ...]) -> Cutter:
    """The one that knows these words of the office beside its own."""
    names = (name for row in official_rows() for name in (row.name, row.short_name))
    return Cutter((*names, *words))


def cut(text: Text, with_words: tuple[str, ...], kept: Mapping[Place, Cut]) -> Cut:
    """kept: how the passages of an earlier edition were cut by the same words."""
    earlier = kept.get(text.place)
    if earlier and uncut(earlier[0]) == (text.head, text.body):
        return earlier
    knife = cutter(with_words)
    head, body = knife.cut(text.head), knife.cut(text.body)
    known = {*head, *body}
    within = dict.fromkeys(part for word in known if len(word) > 2 for part in knife.within(word))
    further = " ".join(sorted(part for part in within if part not in known))
    return f"{' '.join(head)}\n{' '.join(body)}\n{further}", sounds_of(text.head)


def uncut(words: str) -> tuple[str, str]:
    """The heading and the body of which these are the words."""
    head, body, _ = words.split("\n")
    return head.replace(" ", ""), body.replace(" ", "")
