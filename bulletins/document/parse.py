"""From what a reader found to a document: the one way in for every paste, page and Word file.

Nothing is invented: a line that may or may not be a heading stays text and is pointed at.
Nothing is lost: ``Reading.lost`` names any character that is neither in the document nor
accounted for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bulletins.document import marked, numbering
from bulletins.document.blocks import Block, PictureFile, Source
from bulletins.document.body import paragraph, split
from bulletins.document.notices import Notice
from bulletins.document.parsing import loss
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.head import Head, read_head
from bulletins.document.parsing.lines import Line, lines_of
from bulletins.document.parsing.places import Regions, find_places
from bulletins.document.parsing.sections import Made, make_sections
from bulletins.document.parsing.segments import ANNEX, Segment, segments
from bulletins.document.parsing.tail import Tail, closing_html, read_tail
from bulletins.document.plain import EDGE, squeeze
from bulletins.document.sanitise import proven
from bulletins.document.tree import Document, DocumentPart, DocumentSection


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its pictures, what the editor should look at, and what was lost ("" =
    nothing).
    """

    document: Document
    notices: tuple[Notice, ...] = ()
    files: Mapping[str, PictureFile] = field(default_factory=dict)
    lost: str = ""


def parse(source: Source, regions: Regions) -> Reading:
    """Understand a source. Blocks that Lantai itself marked are taken at their word."""
    if any(block.mark for block in source.blocks):
        document = _clean(marked.document_of(source.blocks))
        return Reading(document, source.notices, source.files)
    return _Parse(source, regions).reading()


class _Parse:
    """The steps in order; each leaves what the next one needs."""

    def __init__(self, source: Source, regions: Regions) -> None:
        self.source, self.regions = source, regions
        self.lines = lines_of(source.blocks, lambda text: _is_place(text, regions))
        self.head = read_head(self.lines, source.clues)
        start = max(self.head.used, default=-1) + 1
        self.tail = read_tail(self.lines, start, self.head.known)
        spent = self.head.used | self.tail.used | set(self.tail.closing)
        self.body = [i for i in range(len(self.lines)) if i not in spent]
        self.places = find_places(self.lines, self.body, regions)
        self.marks: list[str] = []
        self.notices = [*source.notices, *self.head.notices, *self.places.notices]

    def reading(self) -> Reading:
        lead, parts = self._lead_and_parts()
        made = _document(self.lines, self.head, self.tail, lead, parts)
        document = _clean(replace(made, source_address=self.source.address))
        lost = loss.lost((_came(b) for b in self.source.blocks), document, self._accounted())
        notices = sorted(self.notices + self.tail.notices, key=lambda notice: notice.line)
        return Reading(document, tuple(notices), self.source.files, lost)

    def _lead_and_parts(self) -> tuple[str, list[DocumentPart]]:
        cut = segments(self.lines, self.body, self.places)
        for segment in cut[:-1]:
            self._signed([self.lines[index] for index in segment.content])
        parts = [self._part(segment) for segment in cut]
        first, unplaced = parts[0], self._unplaced()
        first = replace(first, intro=unplaced + first.intro)
        if self.places.at and not first.sections:
            return first.intro, parts[1:]
        said = first.intro or first.sections or len(parts) == 1
        return "", [first, *parts[1:]] if said else parts[1:]

    def _part(self, segment: Segment) -> DocumentPart:
        heading, opening = self._heading(segment)
        content = [self.lines[index] for index in segment.content]
        made = make_sections(content)
        self.marks += made.marks
        sections, intro = made.sections, made.intro
        if opening and _is_subtitle(opening, content):
            sections.insert(0, DocumentSection(0, squeeze(opening.text), intro))
            made.numbers.insert(0, opening.number)
            intro = ""
        elif opening:
            intro = opening.html + intro
        region = segment.place.code if segment.place else None
        part = DocumentPart(region, heading, intro, tuple(sections))
        self._remark(part, made, segment)
        return part

    def _signed(self, content: Sequence[Line]) -> None:
        """What is passed on under a cover note is dated where the note is signed."""
        for line in content[-2:] if len(content) > 2 else ():
            if line.prose and (day := only_date(line.text)):
                self.head.known.write(day)

    def _heading(self, segment: Segment) -> tuple[str, Line | None]:
        """The heading as written, and the rest of its line where the region was only its prefix."""
        headed = [self.lines[index] for index in segment.headed]
        if segment.place and segment.place.end < len(headed[0].text):
            line, end = headed[0], segment.place.end
            rest = replace(line, html=split(line.html, [end])[1], text=line.text[end:].strip(EDGE))
            return squeeze(line.text[:end]), rest
        joint = " " if headed and ANNEX.fullmatch(headed[0].text.strip(EDGE)) else ""
        return joint.join(_shown(line) for line in headed), None

    def _remark(self, part: DocumentPart, made: Made, segment: Segment) -> None:
        self.notices += made.notices
        for fault in numbering.faults(part):
            self.notices.append(Notice(made.numbers[fault.index], fault.code, fault.message))
        if segment.place and not part.intro and not part.sections:
            line = self.lines[segment.headed[0]].number
            self.notices.append(Notice(line, "part.empty", f"「{part.heading}」之下没有内容"))

    def _unplaced(self) -> str:
        """Words beside the metadata that are no known fact: kept on top, and pointed at."""
        html = ""
        for index, words in self.head.unplaced:
            html += paragraph(words)
            message = f"「{words[:30]}」未能归入标题、时间、来源等项，保留在正文开头，请核对"
            self.notices.append(Notice(self.lines[index].number, "head.unplaced", message))
        return html

    def _accounted(self) -> list[str]:
        used = self.head.used | self.tail.used
        return [*self.marks, *(self.lines[index].printed for index in used)]


def _is_place(text: str, regions: Regions) -> bool:
    return len(text) <= 20 and regions.resolve_line(text) is not None


def _is_subtitle(opening: Line, content: Sequence[Line]) -> bool:
    """ "北京市：国内中高风险地区人员暂不允许进京" over a paragraph: the rest is a heading."""
    text = opening.text
    return 2 <= len(text) <= 60 and text[-1] not in "。；;，,：:、" and bool(content)


def _shown(line: Line) -> str:
    """A heading as printed; an automatic number was not in its text."""
    return squeeze(line.printed.replace("\n", " "))


def _came(block: Block) -> str:
    return block.label + block.text


def _document(
    lines: Sequence[Line], head: Head, tail: Tail, lead: str, parts: Sequence[DocumentPart]
) -> Document:
    texts = head.known.texts
    return Document(
        title=head.title,
        subtitle=head.subtitle,
        published_date=head.known.published_date,
        published_time=head.known.published_time,
        written_date=head.known.written_date,
        source=head.known.publisher(),
        document_number=texts.get("document_number", ""),
        index_number=texts.get("index_number", ""),
        issuing_body=texts.get("issuing_body", ""),
        responsible_editor=texts.get("editor", ""),
        lead=lead,
        parts=tuple(parts),
        closing=closing_html(lines, tail),
        attachments=tuple(tail.attachments),
    )


def _clean(document: Document) -> Document:
    """Every body once more through the sanitiser, whatever way it came."""
    return replace(
        document,
        lead=proven(document.lead),
        closing=proven(document.closing),
        parts=tuple(_clean_part(part) for part in document.parts),
    )


def _clean_part(part: DocumentPart) -> DocumentPart:
    sections = tuple(replace(section, body=proven(section.body)) for section in part.sections)
    return replace(part, intro=proven(part.intro), sections=sections)
