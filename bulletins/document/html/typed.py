"""Numbers that an editor types: the paragraph 「三、加强巡查」 becomes the section it means.

Judged as an import judges it, among the part's other sections (``parsing.sections``); a paragraph
that is not clearly a heading stays text. So does one that was text before and begins with a number:
``write_part_html`` marks it, and the mark holds while its first words are the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from bulletins.document import body, numbering
from bulletins.document.blocks import Block, Mark
from bulletins.document.markers import Marker
from bulletins.document.numbering import Counter
from bulletins.document.parsing.cutting.lines import Line, lines_of
from bulletins.document.parsing.cutting.lone_marks import joined
from bulletins.document.parsing.sections.sections import make_sections
from bulletins.document.tree import DocumentSection

ATTRIBUTE = "data-text"
STAYS = "stays"  # the fact of a body block that is no heading, whatever it begins with
WORDS = 12  # first characters of a paragraph by which it is known again
LISTED = 3  # from this level on, paragraphs with numbers may be the items of a list
# What stands for the text of sections that the part has.
BODY = "正文" * 12 + "。"
CLAUSE = "条文，条文，" + "条文" * 16 + "。条文。"


def text_mark(html: str) -> str:
    """The attribute for a paragraph that is text and would be taken for a heading; else ""."""
    text = body.text_of(html)
    marked = html.startswith("<p") and any(line.marker for line in _lines(Block(html, text, 0)))
    return f' {ATTRIBUTE}="{escape(text[:WORDS])}"' if marked else ""


def stays_text(text: str, mark: str) -> bool:
    """The paragraph begins as it did when it was marked: it is no half of it, nothing new."""
    return bool(mark) and text.startswith(mark)


@dataclass(frozen=True, slots=True)
class _Row:
    """One block; lines: what it is to the judge; typed: the lines may be new sections."""

    block: Block
    lines: list[Line]
    typed: bool = False


def with_typed_sections(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a part, with each heading that was typed as a section of its own."""
    counter = Counter()
    rows = [_row(block, counter) for block in blocks]
    if not any(row.typed for row in rows):
        return list(blocks)
    found = _judged(rows)
    counter = Counter()
    return [block for row in rows for block in _blocks(row, found, counter)]


def _row(block: Block, counter: Counter) -> _Row:
    kind = _kind(block)
    stays = block.mark is not None and STAYS in block.mark.facts
    lines = _lines(block) if kind == "body" and not stays and block.html.startswith("<p") else []
    if any(line.marker for line in lines):
        return _Row(block, lines, typed=True)
    return _Row(block, [_known(block, counter)])


def _lines(block: Block) -> list[Line]:
    return joined(lines_of([block], lambda text: None))


def _known(block: Block, counter: Counter) -> Line:
    """A section that the part has, as an import would see it: siblings are judged together."""
    number = _count(block, counter)
    if not number or not block.mark:
        heading = 2 if _kind(block) == "section" else None
        return Line(block.html, block.text, 0, heading=heading)
    label = numbering.label(_level(block), number)
    joint = block.mark.facts.get("run_in", "")
    said = CLAUSE if _kind(block) == "clause" else block.text + (joint and joint + BODY)
    marker = Marker(_level(block), number, label, len(label))
    return Line(body.paragraph(label + said), label + said, 0, marker=marker)


def _count(block: Block, counter: Counter) -> int:
    """The number of a section that the part has; 0 for text and unnumbered headings."""
    if not block.mark or _kind(block) not in ("section", "clause"):
        return 0
    number = block.mark.facts.get("number", "")
    known = number.isascii() and number.isdigit() and len(number) <= 4
    return counter.take(_level(block), int(number) if known else None)


def _judged(rows: Sequence[_Row]) -> dict[int, DocumentSection]:
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
    clauses = {_level(row.block) for row in rows if _kind(row.block) == "clause"}
    lists = {s.level for s in typed.values() if s.heading is None and s.level >= LISTED} - clauses
    return {
        id(lines[at][0]): section
        for at, section in typed.items()
        if section.level not in lists and (section.heading is not None or section.level in clauses)
    }


def _blocks(row: _Row, found: dict[int, DocumentSection], counter: Counter) -> Iterator[Block]:
    """The block, or the sections that its lines are."""
    if not any(id(line) in found for line in row.lines):
        _count(row.block, counter)
        yield row.block
        return
    for line in row.lines:
        section = found.get(id(line))
        if section and line.marker:
            yield from _section(section, line.marker.number, counter)
        else:
            yield Block(line.html, line.text, 0, mark=Mark("body"))


def _section(section: DocumentSection, number: int, counter: Counter) -> Iterator[Block]:
    """As if chosen from the format menu; the number is kept where it departs from the count."""
    departs = number != counter.expected(section.level)
    counter.take(section.level, number if departs else None)
    facts = {"level": str(section.level), "number": str(number) if departs else ""}
    if section.heading is None:
        yield Block("", "", 0, mark=Mark("clause", facts))
    else:
        mark = Mark("section", facts | {"run_in": section.run_in})
        yield Block(body.paragraph(section.heading), section.heading, 0, mark=mark)
    if section.body:
        yield Block(section.body, body.text_of(section.body), 0, mark=Mark("body"))


def _kind(block: Block) -> str:
    return block.mark.kind if block.mark else ""


def _level(block: Block) -> int:
    level = block.mark.facts.get("level", "") if block.mark else ""
    return int(level) if level in ("1", "2", "3", "4") else 0
