"""The inside of a paragraph: its runs, and what hangs on it (text boxes, notes, placeholders)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.addresses import FILE_NAME, address
from bulletins.document.docx import stylebook
from bulletins.document.docx.assembly.pieces import Inside, Piece
from bulletins.document.docx.cleaning.fields import said_by
from bulletins.document.docx.cleaning.instructions import kind_of, link
from bulletins.document.docx.looks import Look
from bulletins.document.docx.names import attribute, child, name, switch, value, within
from bulletins.document.docx.state import Reading
from bulletins.document.docx.story.formulas import formula_runs
from bulletins.document.docx.story.leaves import FORMULAS, SILENT, leaves
from bulletins.document.docx.symbols import MISSING, respelt
from bulletins.document.inline import Run
from bulletins.document.vocabulary import FILE_PREFIX

LINK_STYLES = frozenset({"hyperlink", "followedhyperlink", "internet link", "超链接"})


@dataclass(slots=True)
class InlineReader:
    """Walks one paragraph. own: it has one of our styles, so only a run's own look counts."""

    reading: Reading
    style: str
    own: bool
    inside: Inside = field(default_factory=Inside)

    def walk(self, container: Iterable[_Element], href: str = "") -> None:
        """Containers are opened, whatever they are; only property lists are silent."""
        for element in container:
            kind = name(element)
            if kind == "w:r":
                self._run(element, href)
            elif kind == "w:hyperlink":
                self.walk(element, self._target(element) or href)
            elif kind == "w:fldSimple":
                self._field(element, href)
            elif kind == "w:sdt":
                self._control(element, href)
            elif kind == "w:bookmarkStart":
                self.inside.bookmarks.append(attribute(element, "w:name") or "")
            elif kind in FORMULAS:
                self._formula(element, href)
            elif kind == "w:subDoc":
                self.reading.note("docx.chunk")
            elif kind and kind not in SILENT:
                self.walk(element, href)

    def _field(self, element: _Element, href: str) -> None:
        instruction = attribute(element, "w:instr") or ""
        if kind_of(instruction) == "TOC":
            self.reading.note("docx.contents")
            return
        if not within(element, "w:t") and (words := said_by(instruction)):
            self.inside.add(Piece(Run(words, href=href), self._plain_look()))
        self.walk(element, address(link(instruction)) or href)

    def _plain_look(self) -> Look:
        return self.reading.looks.of(None, self.style, self.own)

    def _target(self, link: _Element) -> str:
        """Where a link goes; a place inside the file is no address on the web."""
        relation = self.reading.relation(attribute(link, "r:id"))
        return address(relation.target) if relation is not None and relation.external else ""

    def _control(self, control: _Element, href: str) -> None:
        properties = child(control, "w:sdtPr")
        if switch(properties, "w:showingPlcHdr"):
            return  # 「单击此处输入文字」: Word's words, not the author's
        tag = f"{FILE_PREFIX}{value(properties, 'w:tag') or ''}"
        if FILE_NAME.match(tag):
            self._stand_in(control, tag, href)
        else:
            self.walk(control, href)

    def _stand_in(self, control: _Element, src: str, href: str) -> None:
        """The words we wrote for a picture whose bytes were not at hand: it keeps its name."""
        words = InlineReader(self.reading, self.style, self.own)
        words.walk(control, href)
        pieces = words.inside.pieces()
        text = "".join(piece.run.text for piece in pieces)
        alt = text.removeprefix(stylebook.PICTURE[0]).removesuffix(stylebook.PICTURE[1])
        look = pieces[0].look if pieces else Look()
        marked = pieces[0].run.marks if pieces else frozenset()
        self.inside.pieces().append(Piece(Run(marks=marked, href=href, src=src, alt=alt), look))

    def _formula(self, element: _Element, href: str) -> None:
        self.reading.note("docx.equation")
        look = self._plain_look()
        for run in formula_runs(element):
            self.inside.pieces().append(Piece(Run(run.text, run.marks, href), look))

    def _run(self, run: _Element, href: str) -> None:
        properties = child(run, "w:rPr")
        look = self.reading.looks.of(properties, self.style, self.own)
        if look.hidden:
            if any(name(leaf) in ("w:t", "w:sym") for leaf in run):
                self.reading.note("docx.hidden")
            return
        role = stylebook.character_role(look.named) if self.own else ""
        for found in leaves(run, self.reading):
            if isinstance(found, Run):
                self._add(found, href, look, role, properties)
            else:
                self.inside.hanging.append(found)

    def _add(
        self, found: Run, href: str, look: Look, role: str, properties: _Element | None
    ) -> None:
        link, text = found.href or href, found.text
        if look.symbols or not self.own:  # in a paragraph of ours the text is as we wrote it
            text = respelt(text, look.symbols)
        if MISSING in text and MISSING not in found.text:
            self.reading.note("docx.symbol")
        marks = self._marks(look, properties, bool(link), role) | found.marks
        self.inside.add(Piece(Run(text, marks, link, found.src, found.alt), look, role))

    def _marks(
        self, look: Look, properties: _Element | None, linked: bool, role: str
    ) -> frozenset[str]:
        out = set(look.marks)
        if look.bold:
            out.add("strong")
        # Every link is underlined in Word; only an underline set on purpose says something.
        if linked or look.named.lower() in LINK_STYLES:
            by_hand = self.own and child(properties, "w:u") is not None
            out -= set() if by_hand else {"u"}
        if role == stylebook.LOW:  # Word knows one height for a run, HTML may have both
            out.add("sub")
        return frozenset(out)
