"""Folded text cut into words, as jieba would cut it had it the same words of ours.

rjieba is jieba's dictionary and algorithm in Rust: it loads in a tenth of a second, and a test
holds it to jieba's own words. What is stored in the index depends on these.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from bulletins.document.folding import fold
from bulletins.document.words import jieba
from bulletins.document.words.listed import OFFICE, words_in

if TYPE_CHECKING:
    import rjieba

SHORTEST, LONGEST = 2, 32  # characters of a word of ours
# What parts sentences in folded text; to jieba it is a letter, and a line break is not
STOP, BREAK = ".", "\n"
LINE = "\r"  # parts texts that are cut at once; to jieba it is no letter, either
MOST_KEPT = 50_000  # words whose inside is remembered
LOADING = Lock()


class Cutter:
    """Cuts with the office's words and some more: names of regions, the lexicon of the editors.

    Costs nothing until it cuts; cutters with the same words share one dictionary (25 MB).
    """

    def __init__(self, extra: Iterable[str] = ()) -> None:
        self.words = own_words(extra)
        self._known: rjieba.Jieba | None = None
        self._inside: dict[str, tuple[str, ...]] = {}

    def cut(self, folded: str) -> list[str]:
        """The words in order; joined they are the text."""
        words = self._dictionary().cut(folded.replace(STOP, BREAK))
        return [STOP if word == BREAK else word for word in words]

    def cut_lines(self, folded: Sequence[str]) -> list[str]:
        """The words of each, parted by spaces; as ``cut`` has them, in a third of the time."""
        words = self._dictionary().cut(LINE.join(folded).replace(STOP, BREAK))
        lines = " ".join(words).replace(BREAK, STOP).split(LINE)
        return [line.strip(" ") for line in lines]

    def search(self, folded: str) -> list[str]:
        """The words, and before a long one the words that stand in it, as ``cut_for_search``."""
        words = self._dictionary().cut_for_search(folded.replace(STOP, BREAK))
        return [word for word in words if word != BREAK]

    def within(self, word: str) -> tuple[str, ...]:
        """The words of two and three characters in a longer one that ``search`` gives beside it."""
        if word not in self._inside:
            if len(self._inside) > MOST_KEPT:
                self._inside.clear()
            self._inside[word] = self._words_in(word)
        return self._inside[word]

    def _words_in(self, word: str) -> tuple[str, ...]:
        lengths = [length for length in (2, 3) if len(word) > length]
        pieces = (word[n : n + long] for long in lengths for n in range(len(word) - long + 1))
        return tuple(piece for piece in pieces if self._dictionary().has_word(piece))

    def _dictionary(self) -> "rjieba.Jieba":
        if self._known is None:
            with LOADING:
                self._known = _loaded(self.words)
        return self._known


def own_words(extra: Iterable[str] = ()) -> tuple[str, ...]:
    """The office's and these, folded, in one order: how a word weighs depends on those before."""
    folded = {fold(word) for word in (*words_in(OFFICE), *extra)}
    return tuple(sorted(word for word in folded if SHORTEST <= len(word) <= LONGEST))


@lru_cache(1)  # 25 MB: other words take the place of those before
def _loaded(words: tuple[str, ...]) -> "rjieba.Jieba":
    """Only what would be cut to pieces is added: whatever is added makes the rest weigh less."""
    dictionary = jieba.own()
    for word in words_to_add(words, dictionary):
        dictionary.add_word(word, None, None)
    return dictionary


def words_to_add(words: Iterable[str], dictionary: "rjieba.Jieba") -> list[str]:
    return [word for word in words if dictionary.cut(word, hmm=False) != [word]]
