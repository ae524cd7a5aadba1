"""What an editor corrects of a reading before anything is stored: what each line is.

A document is laid out as a row of lines, each with what it is taken for; a choice for a line makes
it something else, and the document is put together anew. No line is ever dropped.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from bulletins.document import body, marked, numbering, plain
from bulletins.document.blocks import Block, Mark
from bulletins.document.markers import read_marker
from bulletins.document.marks import marked_blocks
from bulletins.document.tree import Document, DocumentPart

TEXT, PART, CLAUSE = "text", "part", "clause"
LEVELS = ("0", "1", "2", "3", "4")
TEXTS = frozenset({"lead", "intro", "body", "closing"})
OPENING = re.compile(r"<p[^>]*>")
LONGEST_HEADING = 60  # characters: a longer paragraph made a heading runs in after its first 。


@dataclass(frozen=True, slots=True)
class Choice:
    """What a line is to be: TEXT, PART (with a region's code or None), or a level "0" … "4"."""

    kind: str
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line as the confirm page shows it. index: what a choice names it by.

    kind: as in Choice, "clause" for a numbered paragraph without a heading. label: its number.
    """

    index: int
    kind: str
    label: str
    text: str
    region: str | None = None


def items(document: Document) -> list[Item]:
    """Every line of the text in reading order; fields and attachments are no lines."""
    rows = zip(marked_blocks(document), _labels(document), strict=True)
    found: list[Item] = []
    for index, (block, label) in enumerate(rows):
        item = _item(index, block, label)
        if item and item.kind == TEXT and found and found[-1] == _clause(index - 1, found[-1]):
            found[-1] = replace(found[-1], text=item.text)
        elif item:
            found.append(item)
    return found


def corrected(document: Document, choices: Mapping[int, Choice]) -> Document:
    """The document with each chosen line as it was chosen. Numbers stay those the author wrote."""
    rows = list(zip(marked_blocks(document), _labels(document), strict=True))
    blocks = list(_row(rows, choices))
    found = marked.document_of(blocks)
    return replace(found, parts=tuple(settled(part) for part in found.parts))


def settled(part: DocumentPart) -> DocumentPart:
    """A number is kept as the author's only where it departs from the count."""
    counter = numbering.Counter()
    sections = []
    for section in part.sections:
        departs = section.level and section.value not in (None, counter.expected(section.level))
        kept = replace(section, value=section.value if departs else None)
        counter.take(kept.level, kept.value)
        sections.append(kept)
    return replace(part, sections=tuple(sections))


def _labels(document: Document) -> Iterator[str]:
    """The printed number of each marked block, "" for all that have none."""
    counted = iter([label for part in document.parts for label in numbering.labels(part)])
    for block in marked_blocks(document):
        yield next(counted) if _kind(block) in ("section", CLAUSE) else ""


def _kind(block: Block) -> str:
    return block.mark.kind if block.mark else ""


def _facts(block: Block) -> dict[str, str]:
    return dict(block.mark.facts) if block.mark else {}


def _item(index: int, block: Block, label: str) -> Item | None:
    kind, facts = _kind(block), _facts(block)
    if kind == "part":
        shown = block.text or facts.get("region", "")
        return Item(index, PART, "", block.text, facts.get("region")) if shown else None
    if kind == "section":
        return Item(index, facts.get("level", "0"), label, block.text + facts.get("run_in", ""))
    if kind == CLAUSE:
        return Item(index, CLAUSE, label, "")
    return Item(index, TEXT, "", block.text or "〔图片〕") if kind in TEXTS else None


def _clause(index: int, item: Item) -> Item | None:
    """The item, if it is a clause right before, whose words are still to come."""
    return item if item.kind == CLAUSE and item.index == index and not item.text else None


def _row(rows: Sequence[tuple[Block, str]], choices: Mapping[int, Choice]) -> Iterator[Block]:
    """The blocks of the corrected document; words taken off a heading may begin the next block."""
    before, wanted = "", None
    for index, (block, label) in enumerate(rows):
        choice = choices.get(index)
        if before:
            block, before = _joined(before, block), ""
            choice, wanted = wanted or choice, None
        if choice is None or choice.kind == _now(block):
            yield _renamed(block, choice) if choice else _numbered(block, label)
        elif _kind(block) in TEXTS:
            yield from _from_text(block, choice)
        elif _kind(block) == CLAUSE:
            before, wanted = label, choice
        elif choice.kind != TEXT:
            yield from _from_heading(block, label, choice)
        elif _facts(block).get("run_in"):
            before = label + block.text + _facts(block).get("run_in", "")
        else:
            yield _text(label + block.text)
    if before:
        yield _text(before)


def _now(block: Block) -> str:
    if _kind(block) == "section":
        return _facts(block).get("level", "0")
    return TEXT if _kind(block) in TEXTS else _kind(block)


def _renamed(block: Block, choice: Choice) -> Block:
    """The same line; of a part perhaps another region."""
    if choice.kind != PART:
        return block
    facts = _facts(block) | {"region": choice.region or ""}
    return replace(block, mark=Mark("part", facts))


def _numbered(block: Block, label: str) -> Block:
    """A section with the number it was printed with, so that its author's number stays."""
    return _with_number(block, label) if _kind(block) in ("section", CLAUSE) else block


def _with_number(block: Block, label: str) -> Block:
    marker = read_marker(label) if label else None
    facts = _facts(block) | ({"number": str(marker.number)} if marker else {})
    return replace(block, mark=Mark(_kind(block), facts))


def _from_heading(block: Block, label: str, choice: Choice) -> Iterator[Block]:
    """A heading of another level, or one that is a region's, or a region's that is none."""
    if choice.kind == PART:
        yield _part(block.text, choice)
    elif _kind(block) == PART:
        yield from _heading(block.text, choice.kind)
    else:
        facts = _facts(_numbered(block, label)) | {"level": choice.kind}
        yield replace(block, mark=Mark("section", facts))


def _from_text(block: Block, choice: Choice) -> Iterator[Block]:
    if choice.kind == PART:
        yield _part(plain.squeeze(block.text.replace("\n", " ")), choice)
    elif not block.text.strip(plain.EDGE) or not block.html.startswith("<p"):
        yield block  # a picture or a table is no heading
    else:
        yield from _heading_of(block, choice.kind)


def _heading_of(block: Block, level: str) -> Iterator[Block]:
    """The number goes into the count; of a long paragraph the first sentence is the heading."""
    marker = read_marker(block.text)
    start = marker.end if marker else 0
    end = _sentence_end(block.text, start)
    number = str(marker.number) if marker else ""
    if not end:
        yield from _heading(block.text[start:], level, number)
        return
    yield from _heading(block.text[start : end - 1], level, number, block.text[end - 1])
    rest = body.split(block.html, [end])[1]
    yield Block(rest, body.text_of(rest), block.line, mark=Mark("body"))


def _sentence_end(text: str, start: int) -> int:
    """Where the text after a run-in heading begins; 0 if the whole line is the heading."""
    if len(text) - start <= LONGEST_HEADING and "。" not in text[start:-1]:
        return 0
    found = re.compile("[。：]").search(text, start)
    return found.end() if found and found.end() < len(text.rstrip(plain.EDGE)) else 0


def _heading(text: str, level: str, number: str = "", run_in: str = "") -> Iterator[Block]:
    line = plain.squeeze(text.replace("\n", " "))
    facts = {"level": level, "run_in": run_in} | ({"number": number} if number else {})
    yield Block(body.paragraph(line), line, 0, mark=Mark("section", facts))


def _part(text: str, choice: Choice) -> Block:
    return Block(body.paragraph(text), text, 0, mark=Mark("part", {"region": choice.region or ""}))


def _text(text: str) -> Block:
    return Block(body.paragraph(text), text, 0, mark=Mark("body"))


def _joined(before: str, block: Block) -> Block:
    """Words in front of the block's own first line; in front of a table, a line of their own."""
    opening = OPENING.match(block.html)
    if not opening:
        return replace(block, html=body.paragraph(before) + block.html, text=before + block.text)
    html = opening[0] + escape(before, quote=False) + block.html[opening.end() :]
    return replace(block, html=html, text=before + block.text)
