"""Dates and times as Chinese pages print them; all of them Beijing time."""

import re
from dataclasses import dataclass
from datetime import date, time

from bulletins.document.numerals import to_int
from bulletins.document.plain import narrow

ZERO = "零○ОOo0"  # what is typed for 〇, after full-width signs are made ordinary
ZEROS = str.maketrans(dict.fromkeys(ZERO, "〇"))
CHINESE = f"[〇{ZERO}Ｏ０一二三四五六七八九]"
DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[ ]*(?P<sep>[-/.年])[ ]*(?P<m>\d{1,2})"
    r"[ ]*(?:(?P=sep)|月)[ ]*(?P<d>\d{1,2})(?!\d)[ ]*日?"
    rf"|(?P<cy>[一二]{CHINESE}{{3}})年(?P<cm>[一二三四五六七八九十]{{1,2}})月(?P<cd>[一二三四五六七八九十]{{1,3}})日"
)
CLOCK = re.compile(
    r"(?<![\d:])(?P<h>[01]?\d|2[0-3])[:：](?P<m>[0-5]\d)(?:[:：](?P<s>[0-5]\d)(?:\.\d+)?)?(?![\d:])"
)
SHORTEST, LONGEST = 8, 40  # characters of a line that is nothing but a date
BETWEEN = re.compile(r"[ \u3000T，,]*(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?[ \u3000]*)?")
TODAY = re.compile("今天|今日|星期|农历|欢迎")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time where one is printed beside it, where in the text both stand, and how."""

    day: date
    clock: time | None
    start: int
    end: int
    words: str = ""


def find_moment(text: str) -> Moment | None:
    """The first full, valid date (1900–2099) of a text, with the clock time that follows it."""
    if len(text) < SHORTEST:
        return None
    for found in DATE.finditer(text):
        if day := _day(found):
            clock, end = _clock(text, found.end())
            return Moment(day, clock, found.start(), end, text[found.start() : end])
    return None


def _day(found: re.Match[str]) -> date | None:
    names = ("y", "m", "d") if found["y"] else ("cy", "cm", "cd")
    year, month, day = (_count(found[name]) for name in names)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _count(text: str) -> int:
    digits = narrow(text)
    return int(digits) if digits.isdigit() else to_int(digits.translate(ZEROS)) or 0


def _clock(text: str, start: int) -> tuple[time | None, int]:
    gap = BETWEEN.match(text, start)
    found = CLOCK.match(text, gap.end()) if gap else None
    if not found:
        return None, start
    return time(int(found["h"]), int(found["m"]), int(found["s"] or 0)), found.end()


def only_date(text: str) -> date | None:
    """The date of a line that holds nothing else ("2018年12月4日",
    "（二〇〇四年六月二十六日）").
    """
    if len(text) < SHORTEST:
        return None
    text = text.strip(" \u3000\u00a0()（）")
    if len(text) > LONGEST or not (found := find_moment(text)):
        return None
    rest = text[: found.start] + text[found.end :]
    return None if found.clock or rest.strip(" \u3000\u00a0印发。") else found.day
