"""What is offered, and what was typed as it is held against names and titles."""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from bulletins.document.folding import fold
from bulletins.document.pinyin import find_run, initials


class Suggestion(NamedTuple):
    """text: for the box; kind: region, column, tag, title; address: of its page."""

    text: str
    kind: str
    address: str


class Fit(IntEnum):
    """How what was typed stands in a name, the best first."""

    BEGINS = 0
    SOUNDS_FROM_THE_BEGINNING = 1
    INSIDE = 2
    SOUNDS_INSIDE = 3


def fit(name: str, typed: str) -> Fit | None:
    """Of a folded name. typed: folded; letters are pinyin, too: gz, guiz and guizhou for 贵州."""
    if typed in name:
        return Fit.BEGINS if name.startswith(typed) else Fit.INSIDE
    if not typed.isascii() or not any(typed[0] in _begins(char) for char in name):
        return None  # most names, at once
    if len(typed) == 1:
        return Fit.SOUNDS_FROM_THE_BEGINNING if typed in initials(name[0]) else None
    if run := find_run(name, typed):
        return Fit.SOUNDS_INSIDE if run[0] else Fit.SOUNDS_FROM_THE_BEGINNING
    return None


def best_fit(names: Iterable[str], typed: str) -> Fit | None:
    """The best of several names, as they are printed."""
    found = (fit(folded(name), typed) for name in names)
    return min((one for one in found if one is not None), default=None)


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """The same names are asked about with every letter that is typed."""
    return fold(name)


def _begins(char: str) -> tuple[str, ...]:
    return (char,) if char.isascii() else initials(char)
