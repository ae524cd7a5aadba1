"""The sections of one part, made from its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bulletins.document import body
from bulletins.document.markers import is_chapter
from bulletins.document.notices import Notice
from bulletins.document.numbering import Counter
from bulletins.document.numerals import to_int
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.headings import Cut, Numbered, cuts
from bulletins.document.parsing.lines import Line
from bulletins.document.plain import squeeze
from bulletins.document.tree import DocumentSection

PAIR = re.compile("[一二三四五六七八九十]")
OPENED = re.compile(r"^[^。]{1,8}[:：]\s*1[.．、]\D[^2]*$")  # 注：1.…… and 2.…… on the next line
LONGEST_SUBHEAD = 60


@dataclass(slots=True)
class Made:
    """A part's intro and sections, the line each section came from, the marks left out, what to
    tell.
    """

    intro: str = ""
    sections: list[DocumentSection] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)  # not yet in the last section or the intro

    def add_text(self, html: str) -> None:
        """Text goes on where we are: in the last section, or in the intro."""
        self.texts.append(html)

    def settle(self) -> None:
        """Put the texts where they belong, all at once: one by one takes long for long ones."""
        html, self.texts = "".join(self.texts), []
        if not self.sections:
            self.intro += html
        elif html:
            last = self.sections[-1]
            self.sections[-1] = replace(last, body=last.body + html)

    def open(self, section: DocumentSection, line: Line) -> None:
        self.settle()
        self.sections.append(section)
        self.numbers.append(line.number)


def make_sections(lines: Sequence[Line]) -> Made:
    """Read the lines of one part in order; every line ends up as a heading or in a body."""
    lines = list(_doubtless(lines))
    ends = _heading_ends(lines)
    made, counter = Made(), Counter()
    for index, line in enumerate(lines):
        if line.marker:
            _numbered(made, counter, line, ends[index])
        elif _is_subhead(line):
            made.open(DocumentSection(0, squeeze(line.text.replace("\n", " "))), line)
        else:
            made.add_text(line.html)
    made.settle()
    _mixed(made, lines)
    _full_stops(made)
    return made


def _doubtless(lines: Sequence[Line]) -> Iterator[Line]:
    """Take the mark off lines where it is part of the words: "三、四季度……", a table, a list."""
    counter, listed = Counter(), 0
    for line in lines:
        mark = line.marker
        if mark and mark.number == listed + 1 and mark.level > 2 and listed:
            listed += 1
            line = replace(line, marker=None)
        elif mark and (not line.prose or _pair(line, counter) or not line.said):
            line = replace(line, marker=None)
        elif mark:
            counter.take(mark.level, mark.number)
        if not mark:
            listed = 1 if OPENED.search(line.text) else 0
        yield line


def _pair(line: Line, counter: Counter) -> bool:
    """ "一、二年级" counts school years: the next numeral follows at once, and no section is
    due.
    """
    mark = line.marker
    if not mark or mark.level != 1 or not PAIR.match(line.said):
        return False
    follows = to_int(line.said[0]) == mark.number + 1
    return follows and mark.number != counter.expected(1)


def _heading_ends(lines: Sequence[Line]) -> dict[int, Cut | None]:
    ends: dict[int, Cut | None] = {}
    for level in (1, 2, 3, 4):
        at = [i for i, line in enumerate(lines) if line.marker and line.marker.level == level]
        group = [Numbered(lines[i], _followed(lines, i)) for i in at]
        ends |= dict(zip(at, cuts(group), strict=True))
    return ends


def _followed(lines: Sequence[Line], index: int) -> bool:
    """Text of its own, or a lower level, comes next: the line is a heading over something."""
    if index + 1 >= len(lines):
        return False
    here, after = lines[index].marker, lines[index + 1].marker
    if after is None:
        return not _is_subhead(lines[index + 1])
    return bool(here and after.level > here.level)


def _is_subhead(line: Line) -> bool:
    """第一章, a heading of the source's own, or a short line set in the middle in bold."""
    text = squeeze(line.text)
    if not line.prose or not text or "<img" in line.html or len(text) > LONGEST_SUBHEAD:
        return False
    if is_chapter(text):
        return True
    if only_date(text):
        return False
    closed = text[-1] in "。；;，,、"
    return not closed and (line.heading is not None or (line.align == "center" and line.strong))


def _numbered(made: Made, counter: Counter, line: Line, cut: Cut | None) -> None:
    mark = line.marker
    assert mark is not None  # only numbered lines come here
    value = None if mark.number == counter.expected(mark.level) else mark.number
    counter.take(mark.level, value)
    made.marks.append(mark.found)
    start = 0 if mark.end == 0 else mark.end
    if cut is None or "<img" in line.html:
        rest = body.split(line.html, [start])[1]
        made.open(DocumentSection(mark.level, None, rest, value), line)
        return
    _, heading_html, _, rest = body.split(line.html, [start, cut.end, cut.rest])
    heading = squeeze(line.text[start : cut.end].replace("\n", " "))
    made.open(DocumentSection(mark.level, heading, rest, value, cut.run_in), line)
    _remarks(made, line, heading, heading_html, cut)


def _remarks(made: Made, line: Line, heading: str, html: str, cut: Cut) -> None:
    if "<a " in html:
        text = f"标题「{heading[:20]}」中的链接未保留，请改放在正文中"
        made.notices.append(Notice(line.number, "heading.link", text))


def _full_stops(made: Made) -> None:
    """GB/T 9704-2012 prints own-line headings without 。; one remark says it for all."""
    at = [i for i, section in enumerate(made.sections) if (section.heading or "").endswith("。")]
    if at:
        name = (made.sections[at[0]].heading or "")[:20]
        more = f"等 {len(at)} 处" if len(at) > 1 else ""
        text = f"标题「{name}」{more}独立成行，句末不用句号"
        made.notices.append(Notice(made.numbers[at[0]], "heading.full-stop", text))


def _mixed(made: Made, lines: Sequence[Line]) -> None:
    """One remark for each level whose marks are not all spelt as GB/T 9704 spells them."""
    standard = ("", "一、", "（一）", "1.", "（1）")
    for level in (1, 2, 3, 4):
        at = [line for line in lines if line.marker and line.marker.level == level]
        odd = [line for line in at if line.marker and not line.marker.standard]
        if odd and odd[0].marker:
            found = odd[0].marker.found.strip()
            mixed = "与其他序号写法不一" if len(odd) < len(at) else "写法不规范"
            text = f"序号「{found}」{mixed}，已按「{standard[level]}」的写法处理"
            made.notices.append(Notice(odd[0].number, "marker.style", text))
