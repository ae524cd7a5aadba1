"""Which typed lines of a part are headings: judged as an import does, among its other sections."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletins.document import body, numbering
from bulletins.document.blocks import Block
from bulletins.document.markers import Marker
from bulletins.document.numbering import Counter
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.sections.sections import make_sections
from bulletins.document.tree import DocumentSection

LISTED = 3  # from this level on, paragraphs with numbers may be the items of a list
# What stands for the text of sections that the part has.
BODY = "正文" * 12 + "。"
CLAUSE = "条文，条文，" + "条文" * 16 + "。条文。"


@dataclass(frozen=True, slots=True)
class Row:
    """One block; lines: what it is to the judge; typed: the lines may be new sections."""

    block: Block
    lines: list[Line]
    typed: bool = False


def judged(rows: Sequence[Row]) -> dict[int, DocumentSection]:
    """Typed lines that are headings, or clauses among clauses, by the identity of their lines."""
    lines = [(line, row.typed) for row in rows for line in row.lines]
    # Text that follows is no part of what is judged: without HTML it goes into no section.
    made = make_sections(
        [
            replace(line, number=at, html=line.html if line.marker or line.heading else "")
            for at, (line, _) in enumerate(lines)
        ]
    )
    typed = {
        at: section for section, at in zip(made.sections, made.numbers, strict=True) if lines[at][1]
    }
    clauses = {level_of(row.block) for row in rows if kind_of(row.block) == "clause"}
    lists = {s.level for s in typed.values() if s.heading is None and s.level >= LISTED} - clauses
    return {
        id(lines[at][0]): section
        for at, section in typed.items()
        if section.level not in lists and (section.heading is not None or section.level in clauses)
    }


def known_line(block: Block, counter: Counter) -> Line:
    """A section that the part has, as an import would see it: siblings are judged together."""
    number = count(block, counter)
    if not number or not block.mark:
        heading = 2 if kind_of(block) == "section" else None
        return Line(block.html, block.text, 0, heading=heading)
    label = numbering.label(level_of(block), number)
    joint = block.mark.facts.get("run_in", "")
    said = CLAUSE if kind_of(block) == "clause" else block.text + (joint and joint + BODY)
    marker = Marker(level_of(block), number, label, len(label))
    return Line(body.paragraph(label + said), label + said, 0, marker=marker)


def count(block: Block, counter: Counter) -> int:
    """The number of a section that the part has; 0 for text and unnumbered headings."""
    if not block.mark or kind_of(block) not in ("section", "clause"):
        return 0
    number = block.mark.facts.get("number", "")
    known = number.isascii() and number.isdigit() and len(number) <= 4
    return counter.take(level_of(block), int(number) if known else None)


def kind_of(block: Block) -> str:
    return block.mark.kind if block.mark else ""


def level_of(block: Block) -> int:
    level = block.mark.facts.get("level", "") if block.mark else ""
    return int(level) if level in ("1", "2", "3", "4") else 0
