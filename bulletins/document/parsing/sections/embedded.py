"""Documents inside this one: a plan under its cover note, an annex under the text."""

import re
from collections.abc import Sequence

from bulletins.document.markers import is_chapter
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.end.closing import signing_day
from bulletins.document.parsing.regions.place import Places
from bulletins.document.parsing.top.title_lines import fits, set_apart
from bulletins.document.plain import EDGE, squeeze

AHEAD = 8  # lines after an embedded title within which its numbering begins
LONGEST, LONGEST_NAME = 60, 40
SPAN = 4  # lines of such a title
KINDS = tuple(
    "规定 办法 方案 规则 细则 条例 意见 要点 计划 规划 纲要 章程 制度 标准 指南 规范 清单 预案 公约"
    " 准则 守则".split()
)
ENDS = frozenset({kind[-1] for kind in KINDS} | set(")）"))
REMARK = re.compile(r"[(（].{1,12}[)）]$")  # 管理办法（试行）
ANNEX = re.compile(r"附[ \u3000]*件[ \u3000]*\d{0,2}[ \u3000]*[:：]?")
ARTICLE_ONE = re.compile("第[ \u3000]*一[ \u3000]*[条章编]")


def embedded_titles(lines: Sequence[Line], body: Sequence[int], places: Places) -> dict[int, int]:
    """Lines that are the title of a document inside this one → the first line of that title."""
    found: dict[int, int] = {}
    numbered = next((at for at, i in enumerate(body) if lines[i].marker), len(body))
    for at, index in enumerate(body):
        if index in places.at or index in found or at == 0:
            continue
        length = _title_length(lines, body, at, numbered < at)
        if length and not places.at.keys() & set(body[at : at + length]):
            found |= dict.fromkeys(body[at : at + length], index)
    return found


def is_annex(line: Line) -> bool:
    """附件1 on a line of its own, over what is attached."""
    return line.prose and line.text[:1] == "附" and bool(ANNEX.fullmatch(line.text.strip(EDGE)))


def _title_length(lines: Sequence[Line], body: Sequence[int], at: int, numbered: bool) -> int:
    """How many lines from here are an embedded title; 0 for none."""
    here = lines[body[at]]
    if is_annex(here):
        more = at + 1 < len(body) and _titled(lines[body[at + 1]]) and not here.marker
        return 2 if more else 1
    length = 0
    while at + length < len(body) and length < SPAN and _set_apart(lines[body[at + length]]):
        length += 1
    if not length and not _plain_title(lines, body, at, numbered):
        return 0
    length = length or 1
    return length if _begins(lines, body, at + length) else 0


def _titled(line: Line) -> bool:
    if len(line.text) > LONGEST or line.listed:
        return False
    return fits(line) and not is_chapter(line.text)


def _set_apart(line: Line) -> bool:
    return set_apart(line) and _titled(line)


def _plain_title(lines: Sequence[Line], body: Sequence[int], at: int, numbered: bool) -> bool:
    """Without layout: by its kind's name, or after a date that signs what came before."""
    here = lines[body[at]]
    if here.heading or here.marker or not here.prose:
        return False
    named = numbered and here.align != "right" and _is_named(here.text)
    return (named or _is_signed(lines, body, at)) and _titled(here)


def _is_named(text: str) -> bool:
    if len(text) > LONGEST_NAME or text.strip(EDGE)[-1:] not in ENDS:
        return False
    return REMARK.sub("", squeeze(text)).endswith(KINDS)


def _is_signed(lines: Sequence[Line], body: Sequence[int], at: int) -> bool:
    """What stands before ends with a date, or with a date and a note in brackets.

    A date that nothing stands before signs nothing: it is when a speech was held.
    """
    if at < 2:
        return False
    before = lines[body[at - 1]]
    if signing_day(before):
        return True
    noted = at > 1 and _in_brackets(before.text)
    return noted and signing_day(lines[body[at - 2]]) is not None


def _in_brackets(text: str) -> bool:
    text = text.strip(EDGE)
    return text[-1:] in (")", "）") and text[:1] in ("(", "（")


def _begins(lines: Sequence[Line], body: Sequence[int], at: int) -> bool:
    """A fresh count starts soon: 一、, 第一章, 第一条."""
    for index in body[at : at + AHEAD]:
        line = lines[index]
        if line.marker:
            return line.marker.number == 1
        if ARTICLE_ONE.match(line.text.strip(EDGE)):
            return True
    return False
