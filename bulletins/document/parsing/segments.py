"""The body parted: what stands before the first region, each region's share, embedded documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document.markers import is_chapter
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.lines import Line
from bulletins.document.parsing.places import Place, Places
from bulletins.document.parsing.titles import fits
from bulletins.document.plain import EDGE, squeeze

AHEAD = 8  # lines after an embedded title within which its numbering begins
NAMED = re.compile(
    r".*(?:规定|办法|方案|规则|细则|条例|意见|要点|计划|规划|纲要|章程|制度|标准|指南|规范|清单|预案|公约|准则|守则)(?:[(（].{1,12}[)）])?"
)
ANNEX = re.compile(r"附[ \u3000]*件[ \u3000]*\d{0,2}[ \u3000]*[:：]?")
ARTICLE_ONE = re.compile("第[ \u3000]*一[ \u3000]*[条章编]")


@dataclass(slots=True)
class Segment:
    """Lines (by index) of one part; headed: those that are its heading; place: of a region."""

    headed: list[int] = field(default_factory=list)
    place: Place | None = None
    content: list[int] = field(default_factory=list)


def segments(lines: Sequence[Line], body: Sequence[int], places: Places) -> list[Segment]:
    """Parts in order; the first may be empty, and holds what precedes every heading."""
    embedded = _embedded(lines, body, places)
    out = [Segment()]
    resume = _Resume()
    for index in body:
        if index in places.at:
            out.append(Segment([index], places.at[index]))
            resume.enter()
        elif index in embedded:
            _open_embedded(out, index, embedded)
        else:
            if resume.leaves(lines[index], out[-1]):
                out.append(Segment())
            out[-1].content.append(index)
            resume.count(lines[index], out[-1])
    return out


class _Resume:
    """Tells when the numbering from before the regions goes on: 三、 after 天津, whose own count
    never began.
    """

    def __init__(self) -> None:
        self.outer, self.own = 0, 0

    def enter(self) -> None:
        self.own = 0

    def leaves(self, line: Line, segment: Segment) -> bool:
        mark = line.marker
        if not (mark and mark.level == 1 and segment.place) or self.own or not self.outer:
            return False
        return mark.number == self.outer + 1

    def count(self, line: Line, segment: Segment) -> None:
        if line.marker and line.marker.level == 1:
            if segment.place:
                self.own = line.marker.number
            else:
                self.outer = line.marker.number


def _open_embedded(out: list[Segment], index: int, embedded: dict[int, int]) -> None:
    """A title of several lines opens one part."""
    first = embedded[index]
    if out[-1].headed and out[-1].headed[0] == first and not out[-1].content:
        out[-1].headed.append(index)
    else:
        out.append(Segment([index]))


def _embedded(lines: Sequence[Line], body: Sequence[int], places: Places) -> dict[int, int]:
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


def _title_length(lines: Sequence[Line], body: Sequence[int], at: int, numbered: bool) -> int:
    """How many lines from here are an embedded title; 0 for none."""
    here = lines[body[at]]
    if here.prose and ANNEX.fullmatch(here.text.strip(EDGE)):
        more = at + 1 < len(body) and _titled(lines[body[at + 1]]) and not here.marker
        return 2 if more else 1
    length = 0
    while at + length < len(body) and length < 4 and _set_apart(lines[body[at + length]]):
        length += 1
    if not length:
        length = 1 if _plain_title(lines, body, at, numbered) else 0
    return length if length and _begins(lines, body, at + length) else 0


def _titled(line: Line) -> bool:
    text = line.text.strip(EDGE)
    if text[:1] in "(（" and text[-1:] in ")）":  # （此件公开发布）
        return False
    return fits(line) and not line.marker and not is_chapter(line.text) and len(line.text) <= 60


def _set_apart(line: Line) -> bool:
    return line.align == "center" and line.strong and _titled(line)


def _plain_title(lines: Sequence[Line], body: Sequence[int], at: int, numbered: bool) -> bool:
    """Without layout: after a date that signs what came before, or by its kind's name."""
    here = lines[body[at]]
    if not _titled(here) or here.heading:
        return False
    signed = is_signed(lines, body[max(0, at - 2) : at])
    named = bool(NAMED.fullmatch(squeeze(here.text))) and len(here.text) <= 40
    return signed or (named and numbered and here.align != "right")


def is_signed(lines: Sequence[Line], before: Sequence[int]) -> bool:
    """What stands before ends with a date, or with a date and a note in brackets."""
    last = [lines[index].text.strip(EDGE) for index in before[-2:]]
    if last and last[-1][:1] in ("(", "（") and last[-1][-1:] in (")", "）"):
        last.pop()
    return bool(last) and only_date(last[-1]) is not None


def _begins(lines: Sequence[Line], body: Sequence[int], at: int) -> bool:
    """A fresh count starts soon: 一、, 第一章, 第一条."""
    for index in body[at : at + AHEAD]:
        line = lines[index]
        if line.marker:
            return line.marker.number == 1
        if ARTICLE_ONE.match(line.text.strip(EDGE)):
            return True
    return False
