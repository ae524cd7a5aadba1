"""The parts of a document, made from its segments."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bulletins.document import numbering
from bulletins.document.body import split
from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.sections.embedded import is_annex
from bulletins.document.parsing.sections.sections import Made, make_sections
from bulletins.document.parsing.sections.segments import Segment
from bulletins.document.plain import EDGE, squeeze
from bulletins.document.tree import DocumentPart, DocumentSection


@dataclass(slots=True)
class MadeParts:
    """Parts in order, the number marks left out of them, and what to tell the editor."""

    parts: list[DocumentPart] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def make_parts(lines: Sequence[Line], cut: Sequence[Segment]) -> MadeParts:
    """Read each segment; the first part holds what stands before every heading."""
    done = MadeParts()
    counted, outer = 0, 0  # the last 一、 of the part above, and of those without a region
    for segment in cut:
        content = [lines[index] for index in segment.content]
        heading, opening = _heading(lines, segment)
        made = make_sections(content)
        part = _part(lines, segment, heading, opening, made)
        done.parts.append(part)
        done.marks += made.marks
        done.notices += [*made.notices, *_faults(part, made, {counted, outer})]
        if segment.place and not part.intro and not part.sections:
            line = lines[segment.headed[0]].number
            done.notices.append(Notice(line, "part.empty", f"「{part.heading}」之下没有内容"))
        counted = _last_number(part) or _number_of(lines, segment)
        outer = outer if part.region and not _number_of(lines, segment) else counted or outer
    return done


def _number_of(lines: Sequence[Line], segment: Segment) -> int:
    """Of a region that is itself a numbered heading: 二、天津."""
    mark = lines[segment.headed[0]].marker if segment.headed else None
    return mark.number if mark and mark.level == 1 else 0


def _part(
    lines: Sequence[Line], segment: Segment, heading: str, opening: Line | None, made: Made
) -> DocumentPart:
    sections, intro = made.sections, made.intro
    if opening and _is_subtitle(opening, segment.content):
        sections.insert(0, DocumentSection(0, squeeze(opening.text), opening.pictured + intro))
        made.numbers.insert(0, opening.number)
        intro = ""
    elif opening:
        intro = opening.html + intro
    else:
        intro = "".join(lines[index].pictured for index in segment.headed) + intro
    region = segment.place.code if segment.place else None
    return DocumentPart(region, heading, intro, tuple(sections))


def _heading(lines: Sequence[Line], segment: Segment) -> tuple[str, Line | None]:
    """The heading as written, and the rest of its line where the region was only its prefix."""
    headed = [lines[index] for index in segment.headed]
    if segment.place and segment.place.end < len(headed[0].text):
        line, end = headed[0], segment.place.end
        above, below = split(line.html, [end])
        html = replace(line, html=above).pictured + below
        rest = replace(line, html=html, text=line.text[end:].strip(EDGE))
        return _shown(replace(line, text=line.text[:end])), rest
    joint = " " if headed and is_annex(headed[0]) else ""
    return joint.join(_shown(line) for line in headed), None


def _shown(line: Line) -> str:
    """A heading as printed; an automatic number was not in its text."""
    return squeeze(line.printed.replace("\n", " "))


def _is_subtitle(opening: Line, content: Sequence[int]) -> bool:
    """ "北京市：国内中高风险地区人员暂不允许进京" over a paragraph: the rest is a heading."""
    text = opening.text
    return 2 <= len(text) <= 60 and text[-1] not in "。；;，,：:、" and bool(content)


def _faults(part: DocumentPart, made: Made, before: set[int]) -> list[Notice]:
    faults = numbering.faults(part, before)
    return [Notice(made.numbers[fault.index], fault.code, fault.message) for fault in faults]


def _last_number(part: DocumentPart) -> int:
    numbers = numbering.numbers(part.sections)
    pairs = zip(part.sections, numbers, strict=True)
    return next((n for section, n in reversed(list(pairs)) if section.level == 1), 0)
