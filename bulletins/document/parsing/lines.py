"""Blocks cut into lines, each with its number mark where it has one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bulletins.document import body
from bulletins.document.blocks import Block
from bulletins.document.markers import Marker, glued_number, is_chapter, lone_number, read_marker
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.labels import has_label
from bulletins.document.plain import EDGE

MANY = 5  # a paragraph of this many broken lines is a page of paragraphs, not an address
WHOLE = 200  # characters from which one line may be a whole document
IN_LINE = re.compile(
    r"(?:(?<=[ \u3000])|^)"
    r"(?:(?P<one>[一二三四五六七八九十]{1,3}、)|[(（][一二三四五六七八九十]{1,3}[)）])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source: text == body.text_of(html); number: its place in the source, from
    1.
    """

    html: str
    text: str
    number: int
    heading: int | None = None
    align: str = ""
    strong: bool = False
    marker: Marker | None = None
    place: bool = False  # nothing but a region's name

    @property
    def prose(self) -> bool:
        """A paragraph, not a table or a list."""
        return self.html.startswith("<p")

    @property
    def printed(self) -> str:
        """The text with its automatic number."""
        automatic = self.marker.found if self.marker and self.marker.end == 0 else ""
        return automatic + self.text

    @property
    def said(self) -> str:
        """The text after the number mark."""
        return self.text[self.marker.end :] if self.marker else self.text


def lines_of(blocks: Sequence[Block], is_place: Callable[[str], bool]) -> list[Line]:
    """All lines in reading order; is_place tells a line that is nothing but a region's name."""
    lines = [line for block in blocks for line in _lines(block, is_place)]
    return _glued(_lone(lines))


def _lines(block: Block, is_place: Callable[[str], bool]) -> Iterator[Line]:
    first = Line(block.html, block.text, block.line, block.heading, block.align, block.strong)
    if not first.prose:
        yield first
        return
    for index, (html, text) in enumerate(_pieces(block, is_place)):
        line = replace(first, html=html, text=text, place=is_place(text))
        label = block.label if index == 0 else ""
        yield _labelled(line, label) if label else replace(line, marker=read_marker(text))


def _pieces(block: Block, is_place: Callable[[str], bool]) -> list[tuple[str, str]]:
    offsets = _breaks(block, is_place) or _in_line(block.text)
    if not offsets:
        return [(block.html, block.text)]
    ends = [*offsets, len(block.text)]
    texts = [block.text[a:b].strip(EDGE) for a, b in zip([0, *offsets], ends, strict=True)]
    pairs = zip(body.split(block.html, offsets), texts, strict=True)
    return [(html, text) for html, text in pairs if html]


def _breaks(block: Block, is_place: Callable[[str], bool]) -> list[int]:
    texts = block.text.split("\n")
    if len(texts) == 1:
        return []
    if len(texts) < MANY and not any(_structural(text, is_place) for text in texts):
        return []
    offsets, at = [], 0
    for text in texts[:-1]:
        at += len(text) + 1
        offsets.append(at)
    return offsets


def _structural(text: str, is_place: Callable[[str], bool]) -> bool:
    return bool(
        read_marker(text)
        or lone_number(text)
        or is_chapter(text)
        or only_date(text)
        or has_label(text)
        or is_place(text)
    )


def _in_line(text: str) -> list[int]:
    """Where sections begin in a document that was pasted as one single line."""
    if len(text) < WHOLE:
        return []
    found = list(IN_LINE.finditer(text))
    ones = [read_marker(match["one"]) for match in found if match["one"]]
    counted = [marker.number for marker in ones if marker]
    if len(counted) < 2 or counted != list(range(1, len(counted) + 1)):
        return []
    return [match.start() for match in found if match.start()]


def _labelled(line: Line, label: str) -> Line:
    """An automatic number: as a mark where we know the kind, else as text before the line."""
    marker = read_marker(label)
    if marker and marker.end == len(label):
        return replace(line, marker=replace(marker, end=0))
    html = line.html.replace(">", ">" + body.paragraph(label)[3:-4] + " ", 1)
    return replace(line, html=body.normalise(html), text=f"{label} {line.text}")


def _lone(lines: list[Line]) -> list[Line]:
    """A number on a line of its own belongs to the next line, if several count up from 1."""
    found = {
        i: number
        for i, line in enumerate(lines[:-1])
        if line.prose and (number := lone_number(line.text)) and _can_head(lines[i + 1])
    }
    return _merge_lone(lines, _counted_up(found))


def _counted_up(found: dict[int, int]) -> dict[int, int]:
    """Those that count 1, 2, …; once one has, a count may begin again: each region has its own."""
    taken: dict[int, int] = {}
    counted = 0
    for index, number in found.items():
        if number == counted + 1 or (number == 1 and counted > 1):
            counted = number
            taken[index] = number
    return taken if any(number > 1 for number in taken.values()) else {}


def _can_head(line: Line) -> bool:
    return line.prose and not line.marker and not lone_number(line.text) and len(line.text) <= 80


def _merge_lone(lines: list[Line], taken: dict[int, int]) -> list[Line]:
    merged = list(lines)
    for index, number in taken.items():
        marker = Marker(1, number, lines[index].text.strip(EDGE), 0, standard=False)
        merged[index + 1] = replace(lines[index + 1], marker=marker)
    return [line for index, line in enumerate(merged) if index not in taken]


def _glued(lines: list[Line]) -> list[Line]:
    """ "01综合" is a heading only among others that count up with it."""
    marks = {i: mark for i, line in enumerate(lines) if (mark := _glued_mark(line))}
    out = list(lines)
    for index in _counted_up({i: mark.number for i, mark in marks.items()}):
        out[index] = replace(lines[index], marker=marks[index])
    return out


def _glued_mark(line: Line) -> Marker | None:
    short = line.prose and not line.marker and len(line.text) <= 40
    return glued_number(line.text) if short else None
