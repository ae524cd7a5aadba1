"""What is offered, and what was typed as it is held against names and titles."""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from bulletins.document.folding import fold
from bulletins.document.pinyin import find_run, readings


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


def fit(name: str, typed: str, sound: str = "") -> Fit | None:
    """Of a folded name. typed: folded; letters are pinyin, too: gz, guiz and guizhou for 贵州.

    sound: how the name is read, if that is known; else by the usual readings.
    """
    if typed in name:
        return Fit.BEGINS if name.startswith(typed) else Fit.INSIDE
    if not typed.isascii():
        return None
    if len(typed) == 1:
        usual = sound or "".join(readings(name[:1])[:1])
        return Fit.SOUNDS_FROM_THE_BEGINNING if usual.startswith(typed) else None
    if run := find_run(name, typed):
        return Fit.SOUNDS_INSIDE if run[0] else Fit.SOUNDS_FROM_THE_BEGINNING
    return None


def best_fit(names: Iterable[str], typed: str, sound: str = "") -> Fit | None:
    """The best of several names, as they are printed."""
    found = (fit(folded(name), typed, sound) for name in names)
    return min((one for one in found if one is not None), default=None)


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """The same names are asked about with every letter that is typed."""
    return fold(name)
