"""What one reading of a file has at hand and keeps count of."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bulletins.document.blocks import PictureFile, Source
from bulletins.document.docx.facts import Facts
from bulletins.document.docx.looks import Looks
from bulletins.document.docx.numbers.counting import Numbering
from bulletins.document.docx.opening.package import Package
from bulletins.document.docx.opening.refusals import TOO_SLOW
from bulletins.document.docx.opening.relations import Relation
from bulletins.document.docx.story.notes import Notes
from bulletins.document.docx.styles import Styles
from bulletins.document.notices import Notice, Unreadable

SECONDS = 20.0
ReadChunk = Callable[[bytes], Source]


@dataclass(slots=True)
class Reading:
    """line: the paragraph being read, from 1. tally: how often something was left out."""

    package: Package
    styles: Styles
    looks: Looks
    numbering: Numbering
    facts: Facts
    notes: Notes
    part: str
    deadline: float = field(default_factory=lambda: time.monotonic() + SECONDS)
    line: int = 0
    files: dict[str, PictureFile] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)
    first_lines: dict[str, int] = field(default_factory=dict)
    letters: int = 0  # of the whole text, to tell a table that frames it
    read_chunk: ReadChunk | None = None
    chunks: dict[str, int] = field(default_factory=dict)  # files inside the file, and their sizes
    brought: list[Notice] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)  # lines of page headers and footers

    def next_line(self) -> int:
        """Begin a paragraph; Unreadable when the whole takes too long."""
        self.line += 1
        if time.monotonic() > self.deadline:
            raise Unreadable(TOO_SLOW)
        return self.line

    def note(self, code: str) -> None:
        """Count something the editor should hear about."""
        self.tally[code] += 1
        self.first_lines.setdefault(code, self.line)

    def relation(self, identity: str | None) -> Relation | None:
        """Where an r:id of the part now being read points."""
        return self.package.relations(self.part).get(identity or "")
