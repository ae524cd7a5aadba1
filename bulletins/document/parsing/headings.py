"""Where a numbered line's heading ends: own line, run-in, or no heading at all (a clause).

One line alone does not tell; lines of one level in one part are written alike, so they are judged
together (GB/T 9704-2012, 7.3.3: an own-line heading has no 。, a run-in heading ends with it).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletins.document.markers import lone_number
from bulletins.document.parsing.lines import Line
from bulletins.document.plain import EDGE

OWN_LINE = 80  # characters; the longest own-line headings on real pages have about 50
FAR = 200  # characters; a first sentence that long is no heading, brackets and all
LEAD = 30  # a heading-like first sentence
LONG_LEAD = 60  # what a run-in heading may have where its siblings are run-in too
STOPS = "。；;！!？?…"
MARKS = re.compile(r"[。：:]|[ \u3000]+")
NESTING = str.maketrans(
    {
        "《": "(",
        "“": "(",
        "（": "(",
        "「": "(",
        "【": "(",
        "》": ")",
        "”": ")",
        "）": ")",
        "」": ")",
        "】": ")",
    }
)
# 将第三条修改为：“……”, 会议强调：……: the sentence goes on after its colon
UNFINISHED = re.compile("(?:[改分定别称]为|是|如下|会议(?:指出|强调|要求|认为))$")
BOLD = re.compile(r"<p[^>]*>\s*<strong>(.*?)</strong>")


@dataclass(frozen=True, slots=True)
class Cut:
    """A line's heading is text[start:end]; the body begins at rest. run_in: the joint, "" = own
    line.
    """

    end: int
    rest: int
    run_in: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered line and whether unnumbered text follows it."""

    line: Line
    followed: bool


def cuts(group: Sequence[Numbered]) -> list[Cut | None]:
    """For each numbered line of one level in one part: where its heading ends, None for a
    clause.
    """
    leads = [_lead(item.line) for item in group]
    bold = [_bold(item.line, lead) for item, lead in zip(group, leads, strict=True)]
    voters = [(i, lead) for i, lead in enumerate(leads) if not _own_line(group[i])]
    likely = sum(1 for i, lead in voters if bold[i] or _heading_like(group[i].line, lead))
    run_in = bool(voters) and likely * 10 >= len(voters) * 6
    only_bold = any(bold) and sum(bold) * 10 >= len(voters) * 6
    return [
        _cut(item, lead, is_bold, run_in and (is_bold or not only_bold))
        for item, lead, is_bold in zip(group, leads, bold, strict=True)
    ]


def _cut(item: Numbered, lead: Cut | None, is_bold: bool, run_in: bool) -> Cut | None:
    line = item.line
    if _own_line(item):
        return Cut(len(line.text), len(line.text))
    if lead is None:
        return None
    length = lead.end - _start(line)
    if lead.rest >= len(line.text):  # one sentence that fills the line
        own = _ornamented(line) or is_bold or (run_in and item.followed and length <= LEAD)
        return Cut(len(line.text), len(line.text)) if own else None
    return lead if is_bold or (run_in and length <= LONG_LEAD) else None


def _start(line: Line) -> int:
    return line.marker.end if line.marker else 0


def _ornamented(line: Line) -> bool:
    """The number stood on a line of its own, above a heading that is a whole sentence."""
    alone = line.marker and lone_number(line.marker.found) is not None
    return bool(alone) and len(line.said) <= OWN_LINE


def _own_line(item: Numbered) -> bool:
    """The whole line is a heading: short and without a closing mark."""
    text = item.line.said.rstrip(EDGE)
    question = item.followed and text[-1:] in ("？", "?")  # 政策解读: 一、什么是……？
    if not text or len(text) > OWN_LINE or "。" in text or (text[-1] in STOPS and not question):
        return False
    if item.line.heading:
        return True
    lead = _lead(item.line)
    if lead is None or lead.rest >= len(item.line.text):
        return True
    if text[-1] in "：:" and lead.run_in in ("：", ":"):  # 报名方式：……联系人见附件：
        return False
    return item.followed or lead.run_in not in ("：", ":") or lead.end - _start(item.line) > 10


def _lead(line: Line) -> Cut | None:
    """The first sentence: up to 。 or ： outside quotes and brackets, or to a space before plain
    text.
    """
    start, depth = _start(line), 0
    flat = line.text.translate(NESTING)
    for found in MARKS.finditer(line.text, start):
        if found.start() - start > FAR:
            return None
        depth = flat.count("(", start, found.start()) - flat.count(")", start, found.start())
        if depth > 0:
            continue
        if found[0] in "：:" and UNFINISHED.search(line.text, start, found.start()):
            continue
        if found[0] in "。：:":
            return Cut(found.start(), _after(line.text, found.end()), found[0])
        if _space_parts(line.text, start, found):
            return Cut(found.start(), found.end(), " ")
        if found.start() - start > OWN_LINE:
            return None
    return None


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in EDGE:
        at += 1
    return at


def _space_parts(text: str, start: int, space: re.Match[str]) -> bool:
    """A heading without any mark, a space, then sentences: "一、总体情况 第一季度，……。" """
    head, rest = text[start : space.start()], text[space.end() :]
    calm = 2 <= len(head) <= LEAD and not any(char in "，,；;、。" for char in head)
    return calm and len(rest) >= 20 and "。" in rest


def _heading_like(line: Line, lead: Cut | None) -> bool:
    """A short first sentence with at most one comma, followed by more."""
    if lead is None:
        return False
    text = line.text[_start(line) : lead.end]
    return len(text) <= LEAD and sum(text.count(char) for char in "，,；;") <= 1


def _bold(line: Line, lead: Cut | None) -> bool:
    """Exactly the first sentence is set in bold, as Word authors mark run-in headings."""
    found = BOLD.match(line.html) if lead and not line.strong else None
    if not found or not lead:
        return False
    bold = re.sub(r"<[^>]*>", "", found[1])
    return abs(len(bold.replace("&amp;", "&")) - lead.end) <= 1
