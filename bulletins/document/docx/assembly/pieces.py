"""What a paragraph holds once it is walked: runs with their looks, and what hangs on it."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.docx.looks import Look
from bulletins.document.inline import Run


@dataclass(frozen=True, slots=True)
class Words:
    """A line of its own that stands for something drawn: a placeholder, or the text in it."""

    text: str
    css: str = ""


# A text box (its element), a note (kind, id), or words.
Hanging = _Element | tuple[str, str] | Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and how it looks. role: one of our character styles ("number", "run-in heading", …)."""

    run: Run
    look: Look
    role: str = ""


@dataclass(slots=True)
class Inside:
    """hanging: text boxes, notes and words, in order."""

    pieces: list[Piece] = field(default_factory=list)
    hanging: list[Hanging] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Word cuts a sentence into many runs that look the same: they are one piece."""
        last = self.pieces[-1] if self.pieces else None
        if last is None or not _alike(last, piece):
            self.pieces.append(piece)
        else:
            self.pieces[-1] = Piece(_longer(last.run, piece.run.text), last.look, last.role)


def _alike(one: Piece, other: Piece) -> bool:
    same = one.look == other.look and one.role == other.role and one.run.href == other.run.href
    return same and one.run.marks == other.run.marks and not (one.run.src or other.run.src)


def _longer(run: Run, text: str) -> Run:
    return Run(run.text + text, run.marks, run.href)
