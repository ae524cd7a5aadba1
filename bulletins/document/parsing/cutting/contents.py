"""A table of contents: its lines look like the headings they name, and are none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bulletins.document.parsing.cutting.lines import Line, unmarked
from bulletins.document.plain import bare

NAMES = frozenset({"目录", "目次"})
PAGE = re.compile(r"[.．…·\-—_]*\d{0,3}$")


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines, those under 目录 that come again in the text marked as listed."""
    out = list(lines)
    begin = next(
        (i for i, x in enumerate(lines) if x.text[:1] == "目" and bare(x.text) in NAMES), -1
    )
    later = Counter(_entry(line) for line in lines) if begin >= 0 else Counter()
    for index in range(begin + 1, len(lines) if later else 0):
        entry = _entry(lines[index])
        if later[entry] < 2 or not entry:
            break
        later[entry] -= 1
        out[index] = replace(unmarked(lines[index]), place=None, heading=None, listed=True)
    return out


def _begins(text: str) -> bool:
    return text[:1] == "目" and bare(text) in NAMES


def _entry(line: Line) -> str:
    return PAGE.sub("", bare(line.printed))
