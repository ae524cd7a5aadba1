"""Dates and times as Chinese pages print them; all of them Beijing time."""

import re
from dataclasses import dataclass
from datetime import date, time

from bulletins.document.numerals import to_int
from bulletins.document.plain import narrow

CHINESE = "[〇零○Ｏ一二三四五六七八九]"
DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[ ]*(?P<sep>[-/.年])[ ]*(?P<m>\d{1,2})"
    r"[ ]*(?:(?P=sep)|月)[ ]*(?P<d>\d{1,2})(?!\d)[ ]*日?"
    rf"|(?P<cy>[一二]{CHINESE}{{3}})年(?P<cm>[一二三四五六七八九十]{{1,2}})月(?P<cd>[一二三四五六七八九十]{{1,3}})日"
)
CLOCK = re.compile(
    r"(?<![\d:])(?P<h>[01]?\d|2[0-3])[:：](?P<m>[0-5]\d)(?:[:：](?P<s>[0-5]\d)(?:\.\d+)?)?(?![\d:])"
)
TODAY = re.compile("今天|今日|星期|农历|欢迎")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time where one is printed beside it, and where in the text both stand."""

    day: date
    clock: time | None
    start: int
    end: int


def find_moment(text: str) -> Moment | None:
    """The first full, valid date (1900–2099) of a text, with the clock time that follows it."""
    for found in DATE.finditer(text):
        if day := _day(found):
            clock, end = _clock(text, found.end())
            return Moment(day, clock, found.start(), end)
    return None


def _day(found: re.Match[str]) -> date | None:
    names = ("y", "m", "d") if found["y"] else ("cy", "cm", "cd")
    year, month, day = (to_int(narrow(found[name]).replace("O", "〇")) or 0 for name in names)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str, start: int) -> tuple[time | None, int]:
    found = CLOCK.match(text, start + len(text[start:]) - len(text[start:].lstrip(" \u3000T，,")))
    if not found:
        return None, start
    return time(int(found["h"]), int(found["m"]), int(found["s"] or 0)), found.end()


def only_date(text: str) -> date | None:
    """The date of a line that holds nothing else ("2018年12月4日",
    "（二〇〇四年六月二十六日）").
    """
    text = text.strip(" \u3000\u00a0()（）")
    if len(text) > 40 or not (found := find_moment(text)):
        return None
    rest = text[: found.start] + text[found.end :]
    return None if rest.strip(" \u3000\u00a0印发。") else found.day
