"""The words of a query as the index is asked for them: cut, by their sound, with what means the
same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from bulletins.document.folding import fold
from bulletins.document.pinyin import syllables
from bulletins.indexing import lexicon
from bulletins.indexing.cutting import cutter
from bulletins.indexing.slots import state
from bulletins.search.finding.asking import Sought
from bulletins.search.query import Query, Word

MOST_PIECES = 12  # of all words of a query
MOST_ALIKE = 6
# By which one asks, and which no text says where it answers
EMPTY = frozenset(
    "怎么 怎么办 怎样 如何 什么 什么样 哪里 哪儿 哪天 哪些 哪个 为什么 为何 多少 几点 几时 什么时候"
    " 可以 可不可以 能 能不能 能否 是否 是不是 有没有 吗 呢 的 了 吧 啊 请问 告诉 需要 办理".split()
)


class Plan(NamedTuple):
    """slot: the one that answers readers. phrase: each word as a whole; pieces: what they are cut
    into, where that is something else; loose: of these what tells something. whole: everything
    typed, in a row.
    """

    slot: str
    phrase: tuple[Sought, ...]
    pieces: tuple[Sought, ...]
    loose: tuple[Sought, ...]
    whole: str


def plan(query: Query) -> Plan:
    """What to look for, by the words and synonyms of now."""
    index, known = state(), lexicon.lexicon()
    words = _without_stop_words(_closed_up(query.words), known.stop_words)
    phrase = tuple(_sought(word.text, known.synonyms, word.exact) for word in words)
    cut = tuple(index.words)
    pieces = [(one, word) for word in words for one in _pieces(word, cut, known.stop_words)]
    apart = tuple(_sought(one, known.synonyms, of.exact) for one, of in pieces[:MOST_PIECES])
    whole = _whole(query)
    telling = [(one, word) for word in words for one in _telling(word, cut, known.stop_words)]
    loose = tuple(_sought(one, known.synonyms, of.exact) for one, of in telling[:MOST_PIECES])
    return Plan(index.slot, phrase, () if apart == phrase else apart, loose, whole)


def _whole(query: Query) -> str:
    """A title is typed as it is, also if it has more words than are looked for."""
    if query.typed and not (query.narrowings or query.excluded):
        return fold(query.typed)
    return "".join(word.text for word in query.words)


def _closed_up(words: Iterable[Word]) -> list[Word]:
    """天 津 is 天津: single characters beside each other are one word."""
    found: list[Word] = []
    single = False
    for word in words:
        alone = len(word.text) == 1 and not word.exact and not word.text.isascii()
        if alone and single:
            found[-1] = found[-1]._replace(text=found[-1].text + word.text)
        else:
            found.append(word)
        single = alone
    return found


def _without_stop_words(words: Collection[Word], stops: Collection[str]) -> list[Word]:
    """A stop word alone is looked for like any other."""
    return [word for word in words if word.exact or word.text not in stops] or list(words)


def _pieces(word: Word, words: tuple[str, ...], stops: Collection[str]) -> list[str]:
    """贵州网络安全的计划 → 贵州 网络安全 计划; a character by itself stays with its neighbour."""
    if word.exact or word.text.isascii() or len(word.text) < 4:
        return [word.text]
    cut = [one for one in cutter(words).cut(word.text) if one != "."]
    telling = [one for one in cut if one not in stops] or cut
    return list(_joined(telling, word.text))


def _telling(word: Word, words: tuple[str, ...], stops: Collection[str]) -> list[str]:
    """卡丢了怎么办 → 卡丢: what is left of a question when it is not asked in these words."""
    if word.exact or word.text.isascii():
        return [word.text]
    cut = [one for one in cutter(words).cut(word.text) if one != "." and one not in EMPTY]
    return [one for one in cut if len(one) > 1 and one not in stops]


def _joined(cut: Iterable[str], text: str) -> Iterator[str]:
    held = ""
    for one in cut:
        held += one
        if len(held) > 1 or held.isascii():
            yield held
            held = ""
    if held:
        at = text.rfind(held)
        yield text[max(at - 1, 0) : at + 1]


def _sought(text: str, synonyms: Mapping[str, tuple[str, ...]], exact: bool) -> Sought:
    alike = () if exact else synonyms.get(text, ())[:MOST_ALIKE]
    if exact or not text.isascii() or not text.isalpha() or len(text) < 2:
        return Sought((text, *alike))
    return Sought((text, *alike), syllables(text), text)
