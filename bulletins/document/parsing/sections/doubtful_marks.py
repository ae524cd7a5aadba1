"""Number marks that are part of the words: "三、四季度……", a table, notes under a table."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from bulletins.document.numbering import Counter
from bulletins.document.numerals import to_int
from bulletins.document.parsing.cutting.lines import Line, unmarked

NUMERAL = re.compile("[一二三四五六七八九十]")
OPENED = re.compile(r"^[^。]{1,8}[:：]\s*1[.．、]\D[^2]*$")  # 注：1.…… and 2.…… on the next line


def doubtless(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of one part, marks taken off where they count nothing."""
    counter, listed = Counter(), 0
    ones = deque(x.marker.number for x in lines if x.marker and x.marker.level == 1)
    for line in lines:
        mark = line.marker
        if mark is None:
            listed = 1 if len(line.text) < 200 and OPENED.search(line.text) else 0
            yield line
            continue
        if mark.level == 1:
            ones.popleft()
        if listed and mark.number == listed + 1 and mark.level > 2:
            listed += 1
            yield unmarked(line)
        elif not line.prose or not line.said or _is_pair(line, counter, ones):
            yield unmarked(line)
        else:
            counter.take(mark.level, mark.number)
            yield line


def _is_pair(line: Line, counter: Counter, later: Iterable[int]) -> bool:
    """ "一、二年级" counts school years: the next numeral follows at once, and either no section
    is due here, or none counts on from it.
    """
    mark = line.marker
    if not mark or mark.level != 1 or not NUMERAL.match(line.said):
        return False
    if to_int(line.said[0]) != mark.number + 1:
        return False
    if mark.number != counter.expected(1) or line.said[1:2] == "、":
        return True
    next_one = next((number for number in later if number in (mark.number, mark.number + 1)), 0)
    return next_one != mark.number + 1
