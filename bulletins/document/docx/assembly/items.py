"""What a story is made of once it is read: paragraphs and finished pieces of HTML, in order."""

from dataclasses import dataclass, field, replace

from bulletins.document import inline
from bulletins.document.blocks import Block, Mark
from bulletins.document.docx.assembly.pieces import Piece
from bulletins.document.docx.looks import Look
from bulletins.document.docx.stylebook import Own
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
