"""From what a reader found to a document: the one way in for every paste, page and Word file.

Nothing is invented: a line that may or may not be a heading stays text and is pointed at.
Nothing is lost: ``Reading.lost`` names any character that is neither in the document nor
accounted for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bulletins.document import marked
from bulletins.document.blocks import PictureFile, Source
from bulletins.document.notices import Notice
from bulletins.document.parsing import loss
from bulletins.document.parsing.cutting.cut import cut_lines
from bulletins.document.parsing.end.tail import read_tail
from bulletins.document.parsing.regions.gazetteer import Regions, line_finder
from bulletins.document.parsing.regions.places import find_places
from bulletins.document.parsing.sections.assembly import assembled, proven_document
from bulletins.document.parsing.sections.parts import make_parts
from bulletins.document.parsing.sections.segments import segments
from bulletins.document.parsing.sections.signed_inside import signed_inside
from bulletins.document.parsing.top.head import read_head
from bulletins.document.tree import Document


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
        document = proven_document(marked.document_of(source.blocks))
        return Reading(document, source.notices, source.files)
    return _understood(source, regions)


def _understood(source: Source, regions: Regions) -> Reading:
    lines = cut_lines(source.blocks, line_finder(regions))
    head = read_head(lines, source.clues)
    tail = read_tail(lines, max(head.used, default=-1) + 1, head.known)
    spent = head.used | tail.spent()
    body = [index for index in range(len(lines)) if index not in spent]
    places = find_places(lines, body, regions, head.title, head.posted)
    cut = segments(lines, body, places)
    head.known.write(signed_inside(lines, cut))
    made = make_parts(lines, cut)
    document = proven_document(assembled(lines, head, tail, made, bool(places.at)))
    document = replace(document, source_address=document.source_address or source.address)
    told = [*made.marks, *head.told, *tail.told]
    notices = [*source.notices, *head.notices, *places.notices, *made.notices, *tail.notices]
    return Reading(
        document,
        tuple(sorted(notices, key=lambda notice: notice.line)),
        source.files,
        loss.lost((block.label + block.text for block in source.blocks), document, told),
    )
