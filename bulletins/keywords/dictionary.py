"""jieba with our own words, loaded once in a process and only when somebody asks.

Its own cache file is not used: reading it takes as long as reading the dictionary, and a file in
a shared folder is one that others can write.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from threading import Lock
from typing import Any

from bulletins.document.words import OFFICE, words_in

NEVER = Path(__file__).with_name("never.txt")
# Parts of speech in jieba's dictionary: nouns and verbal nouns, no persons, places or times
NOUNS = frozenset({"n", "nz", "nt", "vn", "an", "j"})
LOADING = Lock()


@dataclass(frozen=True, slots=True)
class Dictionary:
    """cutter: jieba's. nouns: what may stand in a tag. weights: how telling a word is (IDF)."""

    cutter: Any
    nouns: frozenset[str]
    never: frozenset[str]
    weights: dict[str, float]
    usual: float

    def weight(self, word: str) -> float:
        return self.weights.get(word, self.usual)


def dictionary() -> Dictionary:
    """The one of this process; the first to ask waits a second or two, others with her."""
    with LOADING:
        return _loaded()


@cache
def _loaded() -> Dictionary:
    import jieba  # two seconds of loading belong to whoever needs them, not to every start

    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total = cutter.gen_pfdict(cutter.get_dict_file())
    cutter.initialized = True
    ours = words_in(OFFICE)
    for word in ours:
        cutter.add_word(word, tag="n")
    weights = _weights(Path(jieba.__file__).with_name("analyse") / "idf.txt")
    nouns = frozenset(_nouns(cutter)) | frozenset(ours)
    return Dictionary(cutter, nouns, frozenset(words_in(NEVER)), weights, median(weights.values()))


def _weights(file: Path) -> dict[str, float]:
    """The table of ``jieba.analyse``, whose import reads the dictionary again."""
    pairs = (line.split() for line in words_in(file))
    return {word: float(weight) for word, weight in pairs}


def _nouns(cutter: Any) -> Iterator[str]:
    with cutter.get_dict_file() as file:
        for line in file:
            word, _, kind = line.decode("utf-8").split()
            if kind in NOUNS:
                yield word
