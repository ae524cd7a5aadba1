"""A query: what was typed, or came with an address, as far as the site can answer it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bulletins.document.plain import visible
from bulletins.search.query.asked import Known, Narrowings, Query, Word
from bulletins.search.query.conditions import KINDS, meant
from bulletins.search.query.reading import Read, read, shown

MOST_WORDS, MOST_EXCLUDED = 8, 4


def understand(typed: str, known: Known) -> Query:
    """What is to be looked for, and a sentence for whatever cannot be. Never raises."""
    return _query(read(typed), {}, known)


def from_address(asked: Mapping[str, str], known: Known) -> Query:
    """The same of ?q=…&region=520000&column=…&year=2021&tag=…, which go before what was typed.

    What is no code, slug or year of ours is left out, and a sentence says so.
    """
    given = {kind: visible(asked.get(kind) or "").strip() for kind in KINDS}
    return _query(read(asked.get("q") or ""), given, known)


def _query(typed: Read, given: Mapping[str, str], known: Known) -> Query:
    conditions = meant(typed.wishes, given, known)
    words = _each_once((*typed.words, *conditions.words))
    found = conditions.found
    query = Query(
        words[:MOST_WORDS],
        typed.excluded[:MOST_EXCLUDED],
        Narrowings(**{kind: one.value for kind, one in found.items()}),
        typed.typed,
        named=Narrowings(**{kind: one.name for kind, one in found.items()}),
    )
    left_out = _left_out(words[MOST_WORDS:], typed.excluded[MOST_EXCLUDED:])
    notes = (*typed.notes, *conditions.notes, *left_out, *_nothing(query))
    return query._replace(notes=tuple(dict.fromkeys(notes)))


def _each_once(words: Iterable[Word]) -> tuple[Word, ...]:
    found: dict[tuple[str, bool], Word] = {}
    for one in words:
        found.setdefault((one.text, one.exact), one)
    return tuple(found.values())


def _left_out(words: Sequence[Word], excluded: Sequence[Word]) -> Iterator[str]:
    """Sentences about what is too much."""
    if words:
        yield f"最多同时查找{MOST_WORDS}个词，从“{shown(words[0].said)}”起没有查找。"
    if excluded:
        yield f"最多同时排除{MOST_EXCLUDED}个词，从“{shown(excluded[0].said)}”起没有排除。"


def _nothing(query: Query) -> Iterator[str]:
    """Why there is nothing to look for, though something was typed."""
    if query.excluded and not query:
        yield "只写了要排除的词，请再写要找的词，例如：培训 -考试。"
    elif query.typed and not query:
        yield "这里面没有可以查找的字，请换几个词语，例如：网络安全。"
