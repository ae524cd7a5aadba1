"""Numbers that an editor types: the paragraph 「三、加强巡查」 becomes the section it means.

Judged as an import judges it, among the part's other sections (``parsing.sections``); a paragraph
that is not clearly a heading stays text. So does one that was text before and begins with a number:
``write_part_html`` marks it, and the mark holds while its first words are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from bulletins.document import body
from bulletins.document.blocks import Block, Mark
from bulletins.document.html.typed_headings import Row, count, judged, kind_of, known_line, level_of
from bulletins.document.markers import read_marker
from bulletins.document.numbering import Counter
from bulletins.document.parsing.cutting.lines import Line, lines_of
from bulletins.document.parsing.cutting.lone_marks import joined
from bulletins.document.plain import squeeze
from bulletins.document.tree import DocumentSection

ATTRIBUTE = "data-text"
STAYS = "stays"  # the fact of a body block that is no heading, whatever it begins with
COUNTED = "typed"  # the fact of a heading whose number was typed in front of its words
WORDS = 12  # first characters of a paragraph by which it is known again


def text_mark(html: str) -> str:
    """The attribute for a paragraph that is text and would be taken for a heading; else ""."""
    text = body.text_of(html)
    marked = html.startswith("<p") and any(line.marker for line in _lines(Block(html, text, 0)))
    return f' {ATTRIBUTE}="{escape(text[:WORDS])}"' if marked else ""


def heading_mark(heading: str) -> str:
    """The attribute for a heading whose own words begin as a number does; else ""."""
    said = squeeze(heading)
    return f' {ATTRIBUTE}="{escape(said[:WORDS])}"' if read_marker(said) else ""


def uncounted(text: str, facts: dict[str, str], mark: str) -> tuple[str, dict[str, str]]:
    """A heading without the number typed in front of its words, which is kept as the author's.

    "三、加强保障" in a heading of level 1 is "加强保障" with number 3, never 「一、三、加强保障」.
    """
    counted = facts["level"] != "0" and not stays_text(text, mark)
    marker = read_marker(text) if counted else None
    if marker is None or marker.end >= len(text):
        return text, facts
    own = str(marker.level) == facts["level"]
    number = {"number": str(marker.number), COUNTED: "yes"} if own else {}
    return text[marker.end :], facts | number


def without_needless_numbers(blocks: Iterable[Block]) -> Iterator[Block]:
    """A number typed into a heading is kept only where it departs from the count."""
    counter = Counter()
    for block in blocks:
        if block.mark and COUNTED in block.mark.facts:
            expected = str(counter.expected(level_of(block)))
            facts = {name: said for name, said in block.mark.facts.items() if name != COUNTED}
            facts["number"] = "" if facts["number"] == expected else facts["number"]
            block = replace(block, mark=Mark(block.mark.kind, facts))
        count(block, counter)
        yield block


def stays_text(text: str, mark: str) -> bool:
    """The paragraph begins as it did when it was marked: it is no half of it, nothing new."""
    return bool(mark) and text.startswith(mark)


def with_typed_sections(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a part, with each heading that was typed as a section of its own."""
    counter = Counter()
    rows = [_row(block, counter) for block in blocks]
    if not any(row.typed for row in rows):
        return list(blocks)
    found = judged(rows)
    counter = Counter()
    return [block for row in rows for block in _blocks(row, found, counter)]


def _row(block: Block, counter: Counter) -> Row:
    kind = kind_of(block)
    stays = block.mark is not None and STAYS in block.mark.facts
    lines = _lines(block) if kind == "body" and not stays and block.html.startswith("<p") else []
    if any(line.marker for line in lines):
        return Row(block, lines, typed=True)
    return Row(block, [known_line(block, counter)])


def _lines(block: Block) -> list[Line]:
    return joined(lines_of([block], lambda text: None))


def _blocks(row: Row, found: dict[int, DocumentSection], counter: Counter) -> Iterator[Block]:
    """The block, or the sections that its lines are."""
    if not any(id(line) in found for line in row.lines):
        count(row.block, counter)
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
