"""A query written back, for the box and for links."""

from collections.abc import Iterator

from bulletins.search.query.asked import Query, Word
from bulletins.search.query.signs import NAMES, is_word, quoted


def spell(query: Query) -> str:
    """网络 "安全教育" -考试 地区:贵州: who types this asks for the same."""
    return " ".join(_pieces(query))


def _pieces(query: Query) -> Iterator[str]:
    yield from map(_spelt, query.words)
    for word in query.excluded:
        yield f"-{_spelt(word)}"
    for kind, value in query.named._asdict().items():
        if value:
            yield f"{NAMES[kind][0]}:{value if is_word(value) else quoted(value)}"


def _spelt(word: Word) -> str:
    return quoted(word.said) if word.exact else word.said
