"""The sections of one part, made from its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bulletins.document import body
from bulletins.document.markers import is_chapter
from bulletins.document.notices import Notice
from bulletins.document.numbering import Counter
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.sections.doubtful_marks import doubtless
from bulletins.document.parsing.sections.headings import Numbered, cuts
from bulletins.document.parsing.sections.leads import Cut
from bulletins.document.parsing.sections.section_remarks import remarks
from bulletins.document.plain import squeeze
from bulletins.document.tree import DocumentSection

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


def make_sections(lines: Sequence[Line]) -> Made:
    """Read the lines of one part in order; every line ends up as a heading or in a body."""
    lines = list(doubtless(lines))
    ends = _heading_ends(lines)
    made, counter = Made(), Counter()
    texts: list[list[str]] = [[]]  # the intro's, then each section's, where text goes on
    for index, line in enumerate(lines):
        if line.marker:
            texts.append([_numbered(made, counter, line, ends[index])])
        elif _is_subhead(line):
            _open(made, DocumentSection(0, squeeze(line.text.replace("\n", " "))), line)
            texts.append([])
        else:
            texts[-1].append(line.html)
    bodies = ["".join(text) for text in texts]
    made.intro = bodies[0]
    pairs = zip(made.sections, bodies[1:], strict=True)
    made.sections = [replace(section, body=html) for section, html in pairs]
    made.notices += remarks(made.sections, made.numbers, lines)
    return made


def _open(made: Made, section: DocumentSection, line: Line) -> None:
    made.sections.append(section)
    made.numbers.append(line.number)


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
    set_off = line.heading is not None or (line.align == "center" and line.strong)
    chapter = is_chapter(line.text)
    if not (chapter or set_off) or not line.prose or line.listed or "<img" in line.html:
        return False
    text = squeeze(line.text)
    if not text or len(text) > LONGEST_SUBHEAD or only_date(text):
        return False
    return chapter or text[-1] not in "。；;，,、"


def _numbered(made: Made, counter: Counter, line: Line, cut: Cut | None) -> str:
    """Open a section; the text that follows its heading on the same line."""
    mark = line.marker
    assert mark is not None  # only numbered lines come here
    value = None if mark.number == counter.expected(mark.level) else mark.number
    counter.take(mark.level, value)
    made.marks.append(mark.found)
    if cut is None or "<img" in line.html:
        _open(made, DocumentSection(mark.level, None, value=value), line)
        return body.split(line.html, [mark.end])[1]
    _, heading_html, _, rest = body.split(line.html, [mark.end, cut.end, cut.rest])
    heading = squeeze(line.text[mark.end : cut.end].replace("\n", " "))
    _open(made, DocumentSection(mark.level, heading, value=value, run_in=cut.run_in), line)
    if "<a " in heading_html:
        text = f"标题「{heading[:20]}」中的链接未保留，请改放在正文中"
        made.notices.append(Notice(line.number, "heading.link", text))
    return rest
