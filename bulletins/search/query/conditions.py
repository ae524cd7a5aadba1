"""Conditions held against what the site knows: 地区:贵州, ?region=520000."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from bulletins.document.plain import narrow
from bulletins.search.query.asked import Found, Known, Word
from bulletins.search.query.reading import shown, word_of
from bulletins.search.query.signs import is_word

LONGEST_NAME = 100
KINDS: Final = {"region": "地区", "column": "栏目", "year": "年份", "tag": "标签"}
YEAR = re.compile(r"((?:19|20)[0-9]{2})年?")


class Meant(NamedTuple):
    """found: by kind. words: what turned out to be no condition. notes: sentences about both."""

    found: dict[str, Found]
    words: tuple[Word, ...]
    notes: tuple[str, ...]


def meant(wishes: Mapping[str, str], given: Mapping[str, str], known: Known) -> Meant:
    """wishes: typed; given: of the address, which go first. At most one question for each."""
    found: dict[str, Found] = {}
    words: list[Word] = []
    notes: list[str] = []
    for kind, name in KINDS.items():
        asked, said = given.get(kind, ""), wishes.get(kind, "")
        one = _found(kind, asked, known) if asked else None
        if asked and one is None:
            notes.append(f"网址里的{name}不存在，没有按它查找。")
        if one is None and said:
            one = _found(kind, said, known)
            notes += _sentences(kind, said, one)
            words += filter(None, [None if one else word_of(said, exact=not is_word(said))])
        if one:
            found[kind] = one
    return Meant(found, tuple(words), tuple(notes))


def _found(kind: str, said: str, known: Known) -> Found | None:
    if len(said) > LONGEST_NAME:
        return None
    if kind == "year":
        year = YEAR.fullmatch(narrow(said))
        return Found(year[1], year[1]) if year else None
    return {"region": known.region, "column": known.column, "tag": known.tag}[kind](said)


def _sentences(kind: str, said: str, found: Found | None) -> list[str]:
    if found:
        return [found.note] if found.note else []
    if kind == "year":
        return [f"“{shown(said)}”不是年份（要写四位数字，例如 年:2021），已按词语查找。"]
    return [f"没有名为“{shown(said)}”的{KINDS[kind]}，已按词语查找。"]
