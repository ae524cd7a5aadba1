"""A section in Word: its number as text, its heading, and the text that runs on after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bulletins.document import body, marks
from bulletins.document.blocks import Mark
from bulletins.document.docx import stylebook
from bulletins.document.docx.facts import LABEL, PRINTED
from bulletins.document.docx.ink import element
from bulletins.document.docx.printing.bodies import BodyWriter
from bulletins.document.docx.printing.sheet import Sheet
from bulletins.document.inline import Run
from bulletins.document.tree import DocumentSection


@dataclass(frozen=True, slots=True)
class HeadingWriter:
    """label: the printed number, "" at level 0."""

    sheet: Sheet
    section: DocumentSection
    label: str

    def write(self) -> Iterator[str]:
        """The heading's paragraph, then what is left of the body."""
        rest = marks.blocks_of(self.section.body)
        runs_on = self.section.heading is None or bool(self.section.run_in)
        first = body.tidy_runs(rest.pop(0)) if runs_on and _is_plain(rest) else []
        yield self._clause(first) if self.section.heading is None else self._heading(first)
        yield from BodyWriter(self.sheet, "body").pieces(rest)

    def _clause(self, first: list[Run]) -> str:
        inner = [*self._number(), *self.sheet.runs(first)]
        return self._paragraph("clause", inner, "")

    def _heading(self, first: list[Run]) -> str:
        words = body.spelt(self.section.heading or "")[1]
        joint = self.section.run_in
        inner = [*self._number(), *self.sheet.words(words, stylebook.HEADING if joint else "")]
        inner += self.sheet.words(joint, stylebook.JOINT)
        inner += self.sheet.runs(first, stylebook.TEXT)
        return self._paragraph("section", inner, words)

    def _number(self) -> list[str]:
        return self.sheet.words(self.label, stylebook.NUMBER)

    def _paragraph(self, kind: str, inner: list[str], words: str) -> str:
        section = self.section
        mark = marks.section_mark(section)
        facts = Mark(mark.kind, {**mark.facts, PRINTED: words, LABEL: self.label})
        style = stylebook.style_name(kind, level=section.level)
        # A whole paragraph would fill the navigation pane, and must not be kept with the next.
        extra = [element("w:keepNext", val=0)] if section.run_in else []
        outline = 9 if section.run_in else None
        return self.sheet.paragraph(
            style, inner, extra=extra, mark=facts, outline=outline, hairline=not inner
        )


def _is_plain(blocks: list[str]) -> bool:
    """Whether they begin with a paragraph like any other."""
    return bool(blocks) and blocks[0].startswith("<p>")
