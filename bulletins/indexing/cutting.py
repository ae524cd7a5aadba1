"""Texts cut into words, as a row keeps them: what did not change is not cut again."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from bulletins.document.words import Cutter
from bulletins.indexing.passages import Text
from bulletins.indexing.sounds import sounds_of
from regions.official import official_rows

Cut = tuple[str, str]  # words, sounds: as in the row
Place = tuple[str, str, str, int]
RULES = "1"  # of folding, cutting, sounds: another makes every text be indexed anew


@lru_cache(maxsize=1)
def cutter(words: tuple[str, ...]) -> Cutter:
    """The one that knows these words of the office beside its own."""
    names = (name for row in official_rows() for name in (row.name, row.short_name))
    return Cutter((*names, *words))


def cut_all(
    texts: Sequence[Text], with_words: tuple[str, ...], kept: Mapping[Place, Cut]
) -> list[Cut]:
    """Of each. kept: how the passages of an earlier edition were cut by the same words."""
    known = [_kept(text, kept) for text in texts]
    new = [text for text, cut in zip(texts, known, strict=True) if cut is None]
    made = iter(_cut(new, cutter(with_words)) if new else ())
    return [cut or next(made) for cut in known]


def uncut(words: str) -> tuple[str, str]:
    """The heading and the body of which these are the words."""
    head, body, _ = words.split("\n")
    return head.replace(" ", ""), body.replace(" ", "")


def _kept(text: Text, kept: Mapping[Place, Cut]) -> Cut | None:
    earlier = kept.get(text.place)
    return earlier if earlier and uncut(earlier[0]) == (text.head, text.body) else None


def _cut(texts: Sequence[Text], knife: Cutter) -> Iterable[Cut]:
    """All at once: a third of the time."""
    lines = knife.cut_lines([line for text in texts for line in (text.head, text.body)])
    for text, head, body in zip(texts, lines[::2], lines[1::2], strict=True):
        known = {*head.split(" "), *body.split(" ")}
        long = [word for word in known if len(word) > 2]
        further = {part for word in long for part in knife.within(word)} - known
        yield f"{head}\n{body}\n{' '.join(sorted(further))}", sounds_of(text.head)
