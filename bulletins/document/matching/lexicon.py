"""What words say: which of them are officialese, and which themes a text speaks of.

Their files are read when two sections are compared for the first time. themes.txt is about what
offices speak of, finer.txt about what one office divides its work into; another hand wrote it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

HERE = Path(__file__).parent


Heads = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """officialese, heads: words by their first two characters, the longest first.

    themes: of each word of ``heads``, its themes.
    """

    officialese: Heads
    heads: Heads
    themes: Mapping[str, tuple[str, ...]]

    def without_officialese(self, text: str) -> str:
        """加强数据安全管理 → 数据安全, with spaces for what was there."""
        kept, reached = [], 0
        for at, word in _found(self.officialese, text):
            if at >= reached:
                kept.append(text[reached:at])
                reached = at + len(word)
        return " ".join([*kept, text[reached:]])

    def words(self, text: str) -> list[str]:
        """The words in it that belong to a theme, as often as they stand there.

        Not 信息基础设施 inside of 关键信息基础设施: it is another theme's.
        """
        found, reached = [], 0
        for at, word in _found(self.heads, text):
            if at + len(word) > reached:
                found.append(word)
                reached = at + len(word)
        return found

    def told(self, words: Iterable[str]) -> dict[str, float]:
        """Themes, and how much is said of each: long words say more, one of several is divided."""
        said: dict[str, float] = defaultdict(float)
        for word in words:
            of = self.themes[word]
            for theme in of:
                said[theme] += (len(word) - 0.5) ** 0.5 / len(of)
        return said


THEMES = ("themes.txt", "finer.txt")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return read(*THEMES)


def read(*names: str) -> Lexicon:
    """Of these files of themes; a theme may be told in several."""
    themes: dict[str, list[str]] = defaultdict(list)
    for line in chain.from_iterable(map(_lines, names)):
        name, words = line.split("：")
        for word in words.split():
            themes[word].append(name)
    officialese = {word for line in _lines("officialese.txt") for word in line.split()}
    return Lexicon(
        by_head(officialese),
        by_head(themes),
        {word: tuple(dict.fromkeys(of)) for word, of in themes.items()},
    )


def by_head(words: Iterable[str]) -> Heads:
    """A word of one character says too little to be found."""
    heads: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if len(word) > 1:
            heads[word[:2]].append(word)
    return {head: tuple(some) for head, some in heads.items()}


def _found(heads: Heads, text: str) -> Iterator[tuple[int, str]]:
    """At every place the longest word that begins there."""
    for at in range(len(text) - 1):
        for word in heads.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                yield at, word
                break


def _lines(name: str) -> Iterator[str]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
