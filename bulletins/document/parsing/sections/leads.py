"""The first sentence of a numbered line, which may be its heading."""

import re
from dataclasses import dataclass

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.plain import EDGE

OWN_LINE = 80  # characters; the longest own-line headings on real pages have about 50
FAR = 200  # characters; a first sentence that long is no heading, brackets and all
LEAD = 30  # a heading-like first sentence
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


def start_of(line: Line) -> int:
    return line.marker.end if line.marker else 0


def lead_of(line: Line) -> Cut | None:
    """The first sentence: up to 。 or ： outside quotes and brackets, or to a space before plain
    text.
    """
    start, depth = start_of(line), 0
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


def is_heading_like(line: Line, lead: Cut | None) -> bool:
    """A short first sentence with at most one comma, followed by more."""
    if lead is None:
        return False
    text = line.text[start_of(line) : lead.end]
    return len(text) <= LEAD and sum(text.count(char) for char in "，,；;") <= 1


def is_bold(line: Line, lead: Cut | None) -> bool:
    """Exactly the first sentence is set in bold, as Word authors mark run-in headings."""
    found = BOLD.match(line.html) if lead and not line.strong else None
    if not found or not lead:
        return False
    bold = re.sub(r"<[^>]*>", "", found[1])
    return abs(len(bold.replace("&amp;", "&")) - lead.end) <= 1
