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

    _pieces: list[Piece] = field(default_factory=list)
    _more: list[str] = field(default_factory=list)  # text that goes on the last piece
    hanging: list[Hanging] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Word cuts a sentence into many runs that look the same: they are one piece."""
        if self._pieces and _alike(self._pieces[-1], piece):
            self._more.append(piece.run.text)
        else:
            self.pieces().append(piece)

    def pieces(self) -> list[Piece]:
        """Everything added so far."""
        if self._more:
            last = self._pieces[-1]
            longer = _longer(last.run, "".join(self._more))
            self._pieces[-1], self._more = Piece(longer, last.look, last.role), []
        return self._pieces


def _alike(one: Piece, other: Piece) -> bool:
    same = one.look == other.look and one.role == other.role and one.run.href == other.run.href
    return same and one.run.marks == other.run.marks and not (one.run.src or other.run.src)


def _longer(run: Run, text: str) -> Run:
    return Run(run.text + text, run.marks, run.href)
