"""Blocks cut into lines, each with its number mark and its region where it has one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletins.document import body
from bulletins.document.blocks import Block
from bulletins.document.markers import Marker, read_marker
from bulletins.document.parsing.cutting.breaks import pieces
from bulletins.document.parsing.regions.gazetteer import Find, Found

PICTURE = re.compile("<img [^>]*>")  # in normalised HTML no attribute holds a >


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source: text == body.text_of(html); number: its place in the source, from
    1; place: the region, where the line is nothing but its name; listed: an entry of a table of
    contents.
    """

    html: str
    text: str
    number: int
    heading: int | None = None
    align: str = ""
    strong: bool = False
    marker: Marker | None = None
    place: Found | None = None
    listed: bool = False

    @property
    def prose(self) -> bool:
        """A paragraph, not a table or a list."""
        return self.html.startswith("<p")

    @property
    def pictured(self) -> str:
        """Its pictures alone, as a paragraph, "" where it has none: a line may be used up for its
        words, its pictures are content.
        """
        found = PICTURE.findall(self.html) if "<img" in self.html else []
        return f"<p>{''.join(found)}</p>" if found else ""

    @property
    def printed(self) -> str:
        """The text with its number, where that stood beside it: an automatic one, or on a line
        of its own.
        """
        beside = self.marker.found if self.marker and self.marker.end == 0 else ""
        return beside + self.text

    @property
    def said(self) -> str:
        """The text after the number mark."""
        return self.text[self.marker.end :] if self.marker else self.text


def lines_of(blocks: Sequence[Block], find: Find) -> list[Line]:
    """All lines in reading order; find tells the region of a line that is nothing but one."""
    return [line for block in blocks for line in _lines(block, find)]


def unmarked(line: Line) -> Line:
    """The line with its number as part of its words."""
    mark = line.marker
    if mark is None or mark.end:
        return replace(line, marker=None)
    return replace(_before(line, mark.found), marker=None)


def _lines(block: Block, find: Find) -> Iterator[Line]:
    if not block.html.startswith("<p"):
        yield Line(block.html, block.text, block.line, block.heading, block.align, block.strong)
        return
    label = block.label
    for html, text in pieces(block, find):
        marker = None if label else read_marker(text)
        line = Line(
            html, text, block.line, block.heading, block.align, block.strong, marker, find(text)
        )
        yield _labelled(line, label) if label else line
        label = ""


def _labelled(line: Line, label: str) -> Line:
    """An automatic number: as a mark where we know the kind, else as text before the line."""
    marker = read_marker(label)
    if marker and marker.end == len(label):
        return replace(line, marker=replace(marker, end=0))
    return _before(line, label)


def _before(line: Line, words: str) -> Line:
    html = line.html.replace(">", ">" + body.paragraph(words)[3:-4] + " ", 1)
    return replace(line, html=body.normalise(html), text=f"{words} {line.text}")
