"""What a story is made of once it is read: paragraphs and finished pieces of HTML, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from bulletins.document import body, inline
from bulletins.document.blocks import Block, Mark
from bulletins.document.docx.assembly.lists import Entry, gather
from bulletins.document.docx.assembly.pieces import Piece
from bulletins.document.docx.looks import Look
from bulletins.document.docx.stylebook import CLOSE, OPEN, TEXTS, Own
from bulletins.document.inline import Run


@dataclass(frozen=True, slots=True)
class InList:
    """Where a paragraph stands in a list that is printed as one."""

    key: str
    depth: int
    tag: str = "ul"
    start: int = 1


@dataclass(slots=True)
class Paragraph:
    """label: its automatic number. joint: what Word prints between number and text. runs_on:
    nothing is printed for its end, so that the next one goes on in its line.
    """

    line: int
    pieces: list[Piece] = field(default_factory=list)
    own: Own | None = None
    facts: list[Mark] = field(default_factory=list)
    heading: int | None = None
    align: str = ""
    label: str = ""
    joint: str = ""
    place: InList | None = None
    css: str = ""
    runs_on: bool = False

    def runs(self) -> list[Run]:
        return [piece.run for piece in self.pieces]

    def html(self) -> str:
        return inline.paragraph(self.runs(), self.css or self.align)

    def said(self) -> tuple[str, str]:
        """Its HTML, normalised, and its text; ("", "") where it prints nothing."""
        runs = inline.tidy(self.runs())
        inside, css = inline.html_of(runs), self.css or self.align
        if not inside:
            return "", ""
        return f'<p class="{css}">{inside}</p>' if css else f"<p>{inside}</p>", inline.text_of(runs)

    def prints(self) -> bool:
        return any(piece.run.text.strip() or piece.run.src for piece in self.pieces)

    def and_then(self, other: "Paragraph") -> "Paragraph":
        """Both as the one paragraph that is printed: its number first, and as the other is set."""
        if not self.prints():
            return other
        heading = other.heading if self.heading is None else None
        number = [Piece(Run(other.label + other.joint), Look())] if self.label else []
        label, joint = (self.label, self.joint) if self.label else (other.label, other.joint)
        pieces = [*self.pieces, *number, *other.pieces]
        return replace(
            other, line=self.line, pieces=pieces, heading=heading, label=label, joint=joint
        )

    def fact(self, kind: str) -> dict[str, str]:
        """The facts of that kind that its bookmarks lead to, {} where none do."""
        return next((dict(mark.facts) for mark in self.facts if mark.kind == kind), {})


@dataclass(frozen=True, slots=True)
class Made:
    """A table or quotation, finished. kind: of the document's texts, "" where nothing says so."""

    line: int
    html: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What another reader made of a file inside this one."""

    line: int
    blocks: tuple[Block, ...]


Item = Paragraph | Made | Brought


def fold(items: Iterable[Item]) -> list[Item]:
    """Quotations made whole; a border without its fellow counts for nothing."""
    rows: list[list[Item]] = [[]]
    openers: list[Paragraph] = []
    for item in items:
        side = item.own.variant if isinstance(item, Paragraph) and item.own else ""
        if isinstance(item, Paragraph) and side == OPEN:
            openers.append(item)
            rows.append([])
        elif isinstance(item, Paragraph) and side == CLOSE and openers:
            inside = rows.pop()
            rows[-1] += [*_typed_on(openers[-1]), _quotation(openers.pop(), inside)]
            rows[-1] += _typed_on(item)
        else:
            rows[-1].append(item)
    return [item for row in rows for item in row]


def _quotation(opener: Paragraph, inside: list[Item]) -> Made:
    kind = opener.own.kind if opener.own is not None else ""
    html = f"<blockquote>{html_of(inside)}</blockquote>"
    return Made(opener.line, html, kind if kind in TEXTS else "")


def _typed_on(border: Paragraph) -> list[Item]:
    """What somebody typed into the empty line is text like any other."""
    return [border] if border.html() else []


def html_of(items: Iterable[Item]) -> str:
    """The blocks inside a cell or quotation; there an automatic number becomes text."""
    out = []
    for listed, group in groupby(fold(items), key=in_list):
        found = list(group)
        out += list_html(found) if listed else [_inner(item) for item in found]
    return "".join(out)


def in_list(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.place is not None


def list_html(items: Sequence[Item]) -> list[str]:
    """Consecutive list paragraphs as whole lists."""
    return gather(_entries(items))


def _entries(items: Iterable[Item]) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, Paragraph) and item.place is not None:
            inside = inline.html_of(inline.tidy(item.runs()))
            if inside or item.own:  # ours may be empty above an inner list
                yield Entry(
                    item.place.key, item.place.depth, item.place.tag, inside, item.place.start
                )


def _inner(item: Item) -> str:
    if isinstance(item, Made):
        return item.html
    if isinstance(item, Brought):
        return "".join(body.paragraph(block.label) + block.html for block in item.blocks)
    number = [Run(item.label + item.joint)] if item.label else []
    return inline.paragraph(number + item.runs(), item.css or item.align)
