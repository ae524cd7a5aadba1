"""From what was typed to words and conditions, before anybody asks what they mean."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from bulletins.document.folding import fold_placed
from bulletins.document.plain import visible
from bulletins.search.query.asked import Word
from bulletins.search.query.signs import KINDS, TYPED, first_word, is_word

LONGEST, LONGEST_WORD = 10_000, 64
SHOWN = 20  # characters of what was typed, in a sentence about it


class Read(NamedTuple):
    """wishes: kind ("region", "column", "year", "tag") → what was typed behind the colon."""

    typed: str
    words: tuple[Word, ...]
    excluded: tuple[Word, ...]
    wishes: dict[str, str]
    notes: tuple[str, ...]


def read(typed: str) -> Read:
    """Each word once. Never raises, and takes as long as the text is long."""
    text = visible(typed[:LONGEST]).strip()
    reading = _Reading()
    if len(typed) > LONGEST:
        reading.note("length", f"输入超过{LONGEST}字，只看前面的{LONGEST}字。")
    for found in TYPED.finditer(text):
        reading.take(found)
    return reading.ended(text)


def word_of(said: str, *, exact: bool = False) -> Word | None:
    """Folded, and cut where it is too long; None where nothing is left to look for."""
    text, places = fold_placed(said)
    if len(text) <= LONGEST_WORD:
        return Word(text, exact, said) if text else None
    text = text[:LONGEST_WORD].rstrip(".")
    begun = said[: places[len(text) - 1] + 1]
    if exact or is_word(begun):
        return Word(text, exact, begun)
    return word_of(first_word(begun))


def shown(said: str) -> str:
    """So much of it as a sentence bears."""
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"


def _said(found: re.Match[str]) -> str:
    """What stands between the marks, or the word."""
    return (found["word"] or found["quoted"][1:-1]).strip()


@dataclass
class _Reading:
    """What was found so far: each word once, and of each kind of note one."""

    words: dict[tuple[str, bool], Word] = field(default_factory=dict)
    excluded: dict[tuple[str, bool], Word] = field(default_factory=dict)
    wishes: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def note(self, kind: str, sentence: str) -> None:
        self.notes.setdefault(kind, sentence)

    def take(self, found: re.Match[str]) -> None:
        said = _said(found)
        if found["kind"] and not found["minus"]:
            self._wish(found["kind"], said)
            return
        if found["kind"]:
            self.note("minus", f"条件不能用减号排除，已改为不含词语“{shown(said)}”。")
        into = self.excluded if found["minus"] else self.words
        self._word(said, into, exact=found["quoted"] is not None)

    def ended(self, text: str) -> Read:
        words, excluded = tuple(self.words.values()), tuple(self.excluded.values())
        return Read(text, words, excluded, self.wishes, tuple(self.notes.values()))

    def _wish(self, name: str, said: str) -> None:
        first = self.wishes.setdefault(KINDS[name], said)
        if said != first:
            only = f"一次只能限定一个{name}：已按“{shown(first)}”查找"
            self.note(KINDS[name], f"{only}，没有用“{shown(said)}”。")

    def _word(self, said: str, into: dict[tuple[str, bool], Word], *, exact: bool) -> None:
        if not (word := word_of(said, exact=exact)):
            return
        into.setdefault((word.text, word.exact), word)
        if word.said != said:
            self.note("word", f"“{shown(said)}”太长，只查找前面的{LONGEST_WORD}个字。")
