"""Where the title of a plain text stands: over the metadata, between it, under it, or first."""

import re
from collections.abc import Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.furniture import is_furniture
from bulletins.document.parsing.top.facts import MEDIA, document_number
from bulletins.document.parsing.top.labels import read_facts
from bulletins.document.parsing.top.masthead import is_masthead
from bulletins.document.parsing.top.title_lines import DASH, fits
from bulletins.document.plain import squeeze

LONGEST_BELOW = 60  # a title under metadata; a longer line is text
LONGER = 12  # characters of a title that is longer than the name of a site or a column
WRITER = re.compile(r"(?:^|[|｜丨/ \u3000])(?:记者|通讯员|作者|文|图|摄影)[ \u3000:：/|｜]")
AHEAD = 4  # lines among which the title stands, whatever else is printed over it


def place_of(lines: Sequence[Line], start: int, metas: Sequence[int]) -> int | None:
    """The index of the line that is the title, or its last line; None where there is none."""
    if not metas:
        return _first(lines, start)
    if start < metas[0]:
        return _above(lines, start, metas[0])
    return _between(lines, start, metas)


def _is_beside(text: str) -> bool:
    """A document number, or 点击上方蓝字关注我们."""
    return bool(document_number(text)) or is_furniture(text)


def _first(lines: Sequence[Line], start: int) -> int | None:
    """The first line, where more follows it; numbers and a masthead may stand over it."""
    for index in range(start, min(start + AHEAD, len(lines))):
        if _is_no_title(lines[index].text) or _heads_title(lines, index):
            continue
        return index if any(line.text for line in lines[index + 1 :]) else None
    return None


def _heads_title(lines: Sequence[Line], index: int) -> bool:
    """示范市人民政府文件 / 关于……的通知, its number left out."""
    if not is_masthead(lines[index]):
        return False
    below = [line for line in lines[index + 1 : index + AHEAD] if any(map(str.isalnum, line.text))]
    return bool(below) and "关于" in below[0].text and fits(below[0])


def _is_no_title(text: str) -> bool:
    """A document number, a star between two rules, 签发人：…"""
    if document_number(text) or not any(map(str.isalnum, text)):
        return True
    facts = read_facts(text) if len(text) < LONGEST_BELOW else None
    return bool(facts and facts.said and not facts.rest)


def _above(lines: Sequence[Line], start: int, meta: int) -> int:
    """The line over the metadata; a subtitle, a writer and a publisher may stand between them."""
    last = meta - 1
    if post := [i for i in range(start + 1, meta) if squeeze(lines[i].text) == "原创"]:
        return post[0] - 1
    while last > start and (DASH.match(lines[last].text) or _is_publisher(lines, last)):
        last -= 1
    return last


def _is_publisher(lines: Sequence[Line], index: int) -> bool:
    """北京日报 between the title and the date; a title ends in such a word at times."""
    name, above = squeeze(lines[index].text), squeeze(lines[index - 1].text)
    if WRITER.search(name):
        return fits(lines[index - 1])
    longer = len(above) >= LONGER and len(above) > len(name)
    return longer and bool(MEDIA.fullmatch(name)) and fits(lines[index - 1])


def _between(lines: Sequence[Line], start: int, metas: Sequence[int]) -> int | None:
    """Metadata first, then a line that can be a title, then more of either."""
    ahead = (i for i in range(start, min(metas[-1] + AHEAD, len(lines))) if i not in metas)
    below = next((i for i in ahead if not _is_beside(lines[i].text)), len(lines))
    if below + 1 >= len(lines) or not fits(lines[below]):
        return None
    return below if len(lines[below].text) <= LONGEST_BELOW else None
