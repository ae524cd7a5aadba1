"""Number marks at the head of a line: 一、 (一) 1. (1), and what editors type instead."""

import re
from dataclasses import dataclass

from bulletins.document.numerals import CAPITAL, NUMERAL, to_int
from bulletins.document.plain import EDGE

GAP = r"[ \u00a0\u3000\t]*"
# The mark after the number, in the order of GB/T 9704-2012, 7.3.3; "1、" and "一." are common
# slips.
PATTERNS = (
    (1, re.compile(rf"(?P<n>{NUMERAL}{{1,7}}){GAP}(?P<mark>[、.．])")),
    # 壹、 as on bills; "陆、海、空" and "伍、刘两家" are words.
    (1, re.compile(rf"(?P<n>{CAPITAL}{{1,4}}){GAP}(?P<mark>、)(?!.{{1,2}}[、两三和])")),
    (2, re.compile(rf"[(（〔]{GAP}(?P<n>{NUMERAL}{{1,7}}){GAP}(?P<mark>[)）〕]){GAP}、?")),
    (2, re.compile(rf"(?P<n>{NUMERAL}{{1,3}})(?P<mark>[)）])")),
    (2, re.compile(r"(?P<mark>(?P<n>[㈠-㈩]))")),
    # "3.5 公里" is a distance and "2021.3" a date, but "1.2020级新生" is section 1.
    (
        3,
        re.compile(
            rf"(?P<n>[0-9０-９]{{1,3}}){GAP}(?P<mark>[.．、])(?:(?![0-9０-９])|(?=(?:19|20)[0-9]{{2}}[年级学届]))"
        ),
    ),
    (3, re.compile(r"(?P<mark>(?P<n>[⒈-⒛]))")),
    (4, re.compile(rf"[(（]{GAP}(?P<n>[0-9０-９]{{1,3}}){GAP}(?P<mark>[)）]){GAP}、?")),
    (4, re.compile(r"(?P<mark>(?P<n>[⑴-⒇]))")),
    (4, re.compile(r"(?P<n>[0-9０-９]{1,2})(?P<mark>[)）])")),
)
STANDARD = {1: "、", 2: ")", 3: ".", 4: ")"}
LONGEST_LONE = 12  # characters of a line that is nothing but a number
FIRSTS = frozenset(
    f"〇零○一二三四五六七八九十百千{CAPITAL[1:-1]}0123456789０１２３４５６７８９(（〔"
) | {chr(code) for code in (*range(0x3220, 0x322A), *range(0x2474, 0x249C))}
LONE = re.compile(r"(?:(?:PART|NO)[. \u00a0]*)?0?(?P<n>[1-9]\d?)", re.IGNORECASE)
LONE_CHINESE = re.compile(f"[一二三四五六七八九十]{{1,3}}|{CAPITAL}")
LONE_FIRSTS = frozenset(f"0123456789PpNn一二三四五六七八九十{CAPITAL[1:-1]}{EDGE}")
GLUED = re.compile(r"(?P<n>0[1-9][ \u3000\u00a0]{0,2}|1\d)(?=[\u4e00-\u9fff“《])")
CHAPTER = re.compile(rf"第{GAP}{NUMERAL}{{1,5}}{GAP}(?:章|节|编|篇|部分)(?=[ \u3000\u00a0:：]|$)")
CHAPTER_INDENT = 10
CHAPTER_TIGHT = re.compile(rf"第{NUMERAL}{{1,5}}章")


@dataclass(frozen=True, slots=True)
class Marker:
    """level 1–4, number, found (as typed, e.g. "（二）"), end: where the text begins, standard:
    spelt right.
    """

    level: int
    number: int
    found: str
    end: int
    standard: bool = True


def read_marker(line: str) -> Marker | None:
    """Split "（二）加强巡查" into level 2, number 2, "加强巡查" (GB/T 9704-2012, 7.3.3)."""
    text = line.lstrip(EDGE)
    if not text or text[0] not in FIRSTS:
        return None
    for level, pattern in PATTERNS:
        if found := pattern.match(text):
            return _marker(level, found, line, len(line) - len(text))
    return None


def _marker(level: int, found: re.Match[str], line: str, offset: int) -> Marker | None:
    number = _number(found["n"])
    if not number:
        return None
    end = offset + found.end()
    while end < len(line) and line[end] in EDGE:
        end += 1
    usual = found["mark"].replace("）", ")").replace("．", ".") == STANDARD[level]
    standard = usual and found["n"][0] not in CAPITAL
    return Marker(level, number, found[0], end, standard)


def _number(text: str) -> int | None:
    code = ord(text[0])
    for first in (0x3220, 0x2488, 0x2474):
        if first <= code < first + 20:
            return code - first + 1
    return to_int(text)


def lone_number(line: str) -> int | None:
    """A number alone on its line, as WeChat editors set it above a heading: 1, 02, PART 03, 四."""
    if len(line) > LONGEST_LONE or line[:1] not in LONE_FIRSTS:
        return None
    text = line.strip(EDGE)
    if found := LONE.fullmatch(text):
        return int(found["n"])
    if LONE_CHINESE.fullmatch(text):
        return to_int(text)
    return None


def glued_number(line: str) -> Marker | None:
    """A padded number before its heading, no mark between them: "01综合", "01 综合"."""
    text = line.lstrip(EDGE)
    if text[:1] in ("0", "1") and (found := GLUED.match(text)):
        end = len(line) - len(text) + found.end()
        return Marker(1, int(found["n"]), found["n"].rstrip(EDGE), end, standard=False)
    return None


def is_chapter(line: str) -> bool:
    """第一章 总则, 第二节, 第一部分: a heading of level 0, its number part of its words."""
    if "第" not in line[:CHAPTER_INDENT]:
        return False
    text = line.strip(EDGE)
    return (
        len(text) <= 40
        and bool(CHAPTER.match(text) or CHAPTER_TIGHT.match(text))
        and text[-1] not in "。；;，,"
    )
