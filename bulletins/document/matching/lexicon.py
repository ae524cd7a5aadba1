"""What words say: which of them are officialese, and which themes a text speaks of.

themes.txt and officialese.txt are read when two sections are compared for the first time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Lexicon:
    """finds: at every place the longest word of a theme. themes: of each word, its themes."""

    officialese: re.Pattern[str]
    finds: re.Pattern[str]
    themes: Mapping[str, tuple[str, ...]]

    def without_officialese(self, text: str) -> str:
        """加强数据安全管理 → 数据安全, with spaces for what was there."""
        return self.officialese.sub(" ", text)

    def words(self, text: str) -> list[str]:
        """The words in it that belong to a theme, as often as they stand there.

        Not 信息基础设施 inside of 关键信息基础设施: it is another theme's.
        """
        found, reached = [], 0
        for one in self.finds.finditer(text):
            if one.end(1) > reached:
                found.append(one[1])
                reached = one.end(1)
        return found

    def told(self, words: Iterable[str]) -> dict[str, float]:
        """Themes, and how much is said of each: long words say more, one of several is divided."""
        said: dict[str, float] = defaultdict(float)
        for word in words:
            of = self.themes[word]
            for theme in of:
                said[theme] += (len(word) - 0.5) ** 0.5 / len(of)
        return said


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    themes: dict[str, list[str]] = defaultdict(list)
    for line in _lines("themes.txt"):
        name, words = line.split("：")
        for word in dict.fromkeys(words.split()):
            themes[word].append(name)
    officialese = {word for line in _lines("officialese.txt") for word in line.split()}
    return Lexicon(
        re.compile(_either(officialese)),
        finding(themes),
        {word: tuple(of) for word, of in themes.items()},
    )


def finding(words: Iterable[str]) -> re.Pattern[str]:
    """At every place the longest of them."""
    return re.compile(f"(?=({_either(words)}))") if words else re.compile(r"(?!)()")


def _lines(name: str) -> Iterator[str]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _either(words: Iterable[str]) -> str:
    """The longest first, or a shorter one would hide it."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
