"""HTML of the document vocabulary as Word paragraphs, lists, tables and quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.shared import Length
from lxml.html import HtmlElement

from bulletins.document import body, inline
from bulletins.document.blocks import Mark
from bulletins.document.docx import stylebook
from bulletins.document.docx.facts import PRINTED
from bulletins.document.docx.ink import element
from bulletins.document.docx.layout.page import TEXT_WIDTH
from bulletins.document.docx.layout.styles import style_id
from bulletins.document.docx.printing import lists
from bulletins.document.docx.printing.grid import Slot
from bulletins.document.docx.printing.sheet import Sheet
from bulletins.document.docx.printing.tables import TableWriter
from bulletins.document.inline import Run
from bulletins.document.marks import blocks_of
from bulletins.document.vocabulary import BLOCKS


@dataclass(frozen=True, slots=True)
class BodyWriter:
    """kind: whose paragraphs these are: "lead", "body" …, or "quote", "cell", "head" inside.
    room: how wide they may be.
    """

    sheet: Sheet
    kind: str
    room: Length = TEXT_WIDTH

    def write(self, html: str) -> list[str]:
        """The blocks of normalised HTML."""
        return self.pieces(blocks_of(html))

    def pieces(self, blocks: list[str]) -> list[str]:
        """The same, parted already."""
        return [made for block in blocks for made in self._piece(block)]

    def _piece(self, block: str) -> list[str]:
        if words := body.plain_of(block):
            style = stylebook.style_name(self.kind)
            return [self.sheet.paragraph(style, self.sheet.words(words))]
        return self.blocks(body.parse_fragment(block))

    def blocks(self, container: HtmlElement) -> list[str]:
        return [made for block in container for made in self._block(block)]

    def _block(self, block: HtmlElement) -> Iterator[str]:
        if block.tag in ("ul", "ol"):
            yield from self._list(block, 0)
        elif block.tag == "table":
            yield TableWriter(self.kind, self.room, self._inside).write(block)
            yield self.sheet.paragraph(stylebook.style_name("spacer"), [])
        elif block.tag == "blockquote":
            yield from self._quotation(block)
        else:
            yield self._paragraph(block)

    def _paragraph(self, block: HtmlElement) -> str:
        css = block.get("class", "")
        variant = css if css in stylebook.VARIANTS else ""
        runs = self._runs(block)
        align = css if css in ("center", "right") else ""
        return self.sheet.paragraph(stylebook.style_name(self.kind, variant), runs, align=align)

    def _runs(self, holder: HtmlElement) -> list[str]:
        return self.sheet.runs(inline.tidy(body.runs_of(holder)), room=self.room)

    def _quotation(self, block: HtmlElement) -> Iterator[str]:
        yield self._border(stylebook.OPEN)
        yield from BodyWriter(self.sheet, "quote", self.room).blocks(block)
        yield self._border(stylebook.CLOSE)

    def _border(self, variant: str) -> str:
        return self.sheet.paragraph(stylebook.style_name(self.kind, variant), [], hairline=True)

    def _list(self, block: HtmlElement, depth: int) -> Iterator[str]:
        number = self.sheet.package.new_list(str(block.tag), int(block.get("start", "1")), depth)
        for item in block:
            inner = [child for child in item if child.tag in ("ul", "ol")]
            for child in inner:
                item.remove(child)
            yield self._item(item, number, depth)
            for child in inner:
                yield from self._list(child, depth + 1)

    def _item(self, item: HtmlElement, number: int, depth: int) -> str:
        level = element("w:ilvl", val=min(depth, lists.DEEPEST))
        place = element("w:numPr", level, element("w:numId", val=number))
        runs = self._runs(item)
        mark = Mark("item", {"depth": str(depth)}) if depth > lists.DEEPEST else None
        style = stylebook.style_name(self.kind, "list")
        return self.sheet.paragraph(style, runs, extra=[place], mark=mark)

    def _inside(self, slot: Slot, room: Length) -> list[str]:
        """A cell's content; its last paragraph always tells what cell it is."""
        cell = slot.cell
        if cell is None:
            kind = "cell" if slot.merge else "filler"
            return [self.sheet.paragraph(stylebook.style_name(kind), [])]
        kind = "head" if cell.tag == "th" else "cell"
        inner = BodyWriter(self.sheet, kind, room)
        blocks = any(child.tag in BLOCKS for child in cell)
        made = inner.blocks(cell) if blocks else []
        mark = None
        if slot.departs:
            facts = {name: cell.get(name, "1") for name in ("colspan", "rowspan")}
            mark = Mark("cell", {**facts, PRINTED: f"{slot.span}x{slot.rows}"})
        runs = [] if blocks else inline.tidy(body.runs_of(cell))
        if runs or mark is not None or not _ends_as(made, kind):
            made.append(inner.last(runs, mark))
        return made

    def last(self, runs: list[Run], mark: Mark | None) -> str:
        """The paragraph that tells what cell it ends."""
        words = self.sheet.runs(runs, room=self.room)
        return self.sheet.paragraph(stylebook.style_name(self.kind), words, mark=mark)


def _ends_as(made: list[str], kind: str) -> bool:
    style = style_id(stylebook.style_name(kind))
    return bool(made) and made[-1].startswith(f'<w:p><w:pPr><w:pStyle w:val="{style}')
