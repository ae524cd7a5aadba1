"""What a text is about, in its own words: nouns, and pairs of nouns that belong together."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from bulletins.keywords.dictionary import Dictionary, dictionary

MOST_READ = 400_000  # characters; a longer text says in these what it is about
LONG = 300  # words; in a longer text, a word that stands once is not what it is about
TWICE = 2  # a pair of words that stood together once may be chance
WHOLE = 1.6  # 数字乡村 says more than 数字 and 乡村
LONGEST_PAIR = 8  # characters
MOST_WORDS = 4  # of a known tag, as jieba cuts it
WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9]{1,}")


def words_of(text: str) -> list[str]:
    """The text as words: "推进数字乡村建设" → ["推进", "数字乡村", "建设"]."""
    return list(dictionary().cutter.cut(text[:MOST_READ]))


def keywords(words: Sequence[str], most: int) -> list[str]:
    """The most telling words and pairs of words first."""
    known = dictionary()
    singles = Counter(word for word in words if _tells(known, word))
    least = TWICE if len(words) > LONG else 1
    scores = {word: count * known.weight(word) for word, count in singles.items() if count >= least}
    scores |= dict(_pairs(known, words, singles))
    ranked = sorted(scores, key=lambda word: -scores[word])  # stable: the earlier word first
    return _without_pieces(ranked, most)


def standing_in(words: Sequence[str], names: Collection[str]) -> Counter[str]:
    """Which of these names the text says, and how often: 老年人 + 上网 is 老年人上网."""
    found: Counter[str] = Counter()
    for length in range(1, MOST_WORDS + 1):
        runs = zip(*(words[start:] for start in range(length)), strict=False)
        found.update(name for name in map("".join, runs) if name in names)
    return found


def _tells(known: Dictionary, word: str) -> bool:
    return word in known.nouns and word not in known.never and bool(WORD.fullmatch(word))


def _pairs(
    known: Dictionary, words: Sequence[str], singles: Counter[str]
) -> Iterator[tuple[str, float]]:
    """Two words that mostly stand together: 应急 and 演练."""
    for (first, second), count in Counter(pairwise(words)).items():
        if count < TWICE or not (singles[first] and singles[second]) or first == second:
            continue
        mostly = 2 * count >= min(singles[first], singles[second])
        if mostly and len(first + second) <= LONGEST_PAIR:
            yield first + second, WHOLE * count * max(known.weight(first), known.weight(second))


def _without_pieces(ranked: list[str], most: int) -> list[str]:
    """A word that is a piece of a better one, or has one in it, says nothing new."""
    chosen: list[str] = []
    for word in ranked:
        if not any(word in other or other in word for other in chosen):
            chosen.append(word)
        if len(chosen) == most:
            break
    return chosen
