"""The foot of a page that was copied with its text: buttons, neighbours, who runs the site."""

import re
from collections.abc import Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.furniture import is_footer, is_furniture
from bulletins.document.parsing.top.labels import read_facts
from bulletins.document.plain import EDGE, squeeze

REACH = 24  # lines from the end among which a footer begins
LONGEST = 90
SIGNS = frozenset("|/-_ \u3000")
TALK = re.compile("[。；！？]")


def is_foot(text: str) -> bool:
    """A line of the page: 关闭窗口, 上一篇：…, a bar between two links. A picture is none."""
    signs = text.strip(EDGE)
    return is_furniture(text) or (bool(signs) and SIGNS.issuperset(signs))


def footer(lines: Sequence[Line], start: int) -> int:
    """Where the foot begins: what stands between two lines that surely belong to it, does too."""
    begin = len(lines)
    for index in range(len(lines) - 1, max(start, len(lines) - REACH) - 1, -1):
        line = lines[index]
        if line.prose and is_footer(line.text):
            begin = index
        elif not _can_be_foot(line):
            break
    return begin


def _can_be_foot(line: Line) -> bool:
    """The name of the site, its address, links: no sentence, no number, no signature."""
    text = squeeze(line.text)
    if not line.prose or line.marker or len(text) > LONGEST or TALK.search(text):
        return is_foot(text) and line.prose
    return find_moment(text) is None and not read_facts(text).said
