"""What a line must look like to be a title, or a piece of one."""

import re
from collections.abc import Sequence

from bulletins.document.markers import is_chapter
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.furniture import is_furniture
from bulletins.document.parsing.top.facts import document_number
from bulletins.document.parsing.top.labels import read_facts
from bulletins.document.plain import EDGE, squeeze

SPAN = 5  # a title runs over at most this many lines
LONGEST = 120
BROKEN = 8  # characters of a line of a broken title; 关于我们 is a column
HALF = re.compile(r"(?:关于.*|办公厅|办公室|人民政府|委员会|国务院|[厅局部委院会])$")
KIND = re.compile(
    "(?:通知|公告|通告|公示|通报|意见|决定|决议|批复|请示|报告|函|办法|规定|方案|计划|总结|纪要|讲话"
    "|倡议书?|细则|条例|规划|要点|说明|解读)(?:[(（].{1,12}[)）])?$"
)
CONTENTS = re.compile("(?:本期)?(?:要目|导读|目[ \u3000]*录|内容提要|提要)[:：]?")
DASH = re.compile(r"[—–-]{1,2}(?=[^—–-])")


def fits(line: Line) -> bool:
    """It can be a title: short, no closing mark, no number before it, not an addressee or a
    date.
    """
    if not line.prose or line.place or line.marker or len(line.text) > 2 * LONGEST:
        return False
    text = squeeze(line.text)
    if not 2 <= len(text) <= LONGEST or text[-1] in "。；，、：:;,.":
        return False
    if document_number(text) or (text[0] in "(（" and text[-1] in ")）"):  # （接上页）
        return False
    if is_chapter(text) or is_furniture(text) or CONTENTS.fullmatch(text):
        return False
    return any(char.isalpha() for char in text) and bool(read_facts(text).rest)


def set_apart(line: Line) -> bool:
    """Centred and emphasised, as titles are."""
    return line.align == "center" and line.strong and fits(line)


def halves(upper: Line, lower: Line) -> bool:
    """Two lines of one title."""
    if not (fits(upper) or upper.place) or not fits(lower):
        return False
    opened = upper.text.count("《") > upper.text.count("》")
    office = HALF.search(upper.text) and lower.text.startswith(("关于", "印发"))
    return opened or bool(office) or _goes_on(upper.text, lower.text)


def _goes_on(upper: str, lower: str) -> bool:
    """ "关于2024年部分节假日" / "安排的通知": only the lower line says what kind of paper it is."""
    if upper.rstrip(EDGE).endswith(("和", "与", "及", "的")):
        return True
    about = "关于" in upper and "关于" not in lower and len(upper) >= BROKEN
    return about and not KIND.search(upper) and bool(KIND.search(lower))


def is_office_over(lines: Sequence[Line], at: int) -> bool:
    """天津市人民政府 alone names a place; over 关于……的通知 it is half of a title."""
    return bool(lines[at].place) and at + 1 < len(lines) and halves(lines[at], lines[at + 1])


def opens(lines: Sequence[Line], at: int) -> bool:
    """A title that is set apart begins here."""
    emphasised = lines[at].align == "center" and lines[at].strong
    return emphasised and (fits(lines[at]) or is_office_over(lines, at))


def flat(text: str) -> str:
    """A title on one line."""
    return squeeze(text.replace("\n", "")).strip("|｜ ")
