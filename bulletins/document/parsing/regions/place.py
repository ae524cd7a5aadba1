"""A line that opens a region's part, and how such lines are written."""

import re
from dataclasses import dataclass, field

from bulletins.document.notices import Notice
from bulletins.document.plain import EDGE

# What may stand around a region's name: 【天津】, （天津）, ｜天津｜. A lone line in one of the
# OPEN ones may tell where a report was written: several must be framed alike.
FRAMES = frozenset("【[［〔〖「『(（《<‹〈|｜丨")
OPEN = frozenset("(《<‹〈|｜丨")
WIDE = str.maketrans("（［｜丨", "([||")
SPACED = re.compile(r"\S(?:[ \u3000\u00a0]+\S){1,3}")


@dataclass(frozen=True, slots=True)
class Place:
    """A line that opens a part: its region's code, and where the heading ends in the line's
    text. code None: not a region that we know, but no share of the one before either.
    """

    code: str | None
    end: int


@dataclass(slots=True)
class Places:
    """Places by line index, lines that are no part of the region before them (and open none), and
    what the editor should know.
    """

    at: dict[int, Place] = field(default_factory=dict)
    ends: set[int] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)


def frame(text: str) -> str:
    """The bracket or bar around a line, "" where there is none."""
    first = text.strip(EDGE)[:1]
    return first.translate(WIDE) if first in FRAMES else ""


def is_spaced(text: str) -> bool:
    """天 津: spread out, as short names are in headings."""
    return bool(SPACED.fullmatch(text.strip(EDGE)))


def is_set_off(text: str) -> bool:
    """Written as a heading, not as a word: 【天津】, 天 津, 天津："""
    return bool(frame(text)) or is_spaced(text) or text.rstrip(EDGE)[-1:] in ("：", ":")
