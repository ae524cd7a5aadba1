"""The inside of a paragraph: its runs, and what hangs on it (text boxes, notes, placeholders)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.addresses import FILE_NAME, address
from bulletins.document.docx import fields, stylebook
from bulletins.document.docx.formulas import formula_runs
from bulletins.document.docx.looks import Look
from bulletins.document.docx.names import attribute, child, name, switch, value
from bulletins.document.docx.pictures import drawn
from bulletins.document.docx.state import Reading
from bulletins.document.docx.symbols import sign
from bulletins.document.inline import Run
from bulletins.document.vocabulary import FILE_PREFIX

SILENT = frozenset(
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:rt w:commentReference".split()
)
BREAKS = frozenset({"w:br", "w:cr"})
SPACES = frozenset({"w:tab", "w:ptab"})
DRAWN = frozenset({"w:drawing", "w:pict", "w:object"})
FORMULAS = frozenset({"m:oMath", "m:oMathPara"})
CALLS = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
LINK_STYLES = frozenset({"hyperlink", "followedhyperlink", "internet link", "超链接"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and how it looks. role: one of our character styles ("number", "run-in heading", …)."""

    run: Run
    look: Look
    role: str = ""


@dataclass(slots=True)
class Inside:
    """hanging: text boxes (elements), notes (kind, id) and placeholder sentences, in order."""

    pieces: list[Piece] = field(default_factory=list)
    hanging: list[_Element | tuple[str, str] | str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Word cuts a sentence into many runs that look the same: they are one piece."""
        last = self.pieces[-1] if self.pieces else None
        if last is None or not _alike(last, piece):
            self.pieces.append(piece)
        else:
            self.pieces[-1] = Piece(_longer(last.run, piece.run.text), last.look, last.role)


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
                self.walk(
                    element, address(fields.link(attribute(element, "w:instr") or "")) or href
                )
            elif kind == "w:sdt":
                self._control(element, href)
            elif kind == "w:bookmarkStart":
                self.inside.bookmarks.append(attribute(element, "w:name") or "")
            elif kind in FORMULAS:
                self._formula(element, href)
            elif kind and kind not in SILENT:
                self.walk(element, href)

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
        pieces = words.inside.pieces
        text = "".join(piece.run.text for piece in pieces)
        alt = text.removeprefix(stylebook.PICTURE[0]).removesuffix(stylebook.PICTURE[1])
        look = pieces[0].look if pieces else Look()
        marked = pieces[0].run.marks if pieces else frozenset()
        self.inside.pieces.append(Piece(Run(marks=marked, href=href, src=src, alt=alt), look))

    def _formula(self, element: _Element, href: str) -> None:
        self.reading.note("docx.equation")
        look = self.reading.looks.of(None, self.style, self.own)
        for run in formula_runs(element):
            self.inside.pieces.append(Piece(Run(run.text, run.marks, href), look))

    def _run(self, run: _Element, href: str) -> None:
        properties = child(run, "w:rPr")
        look = self.reading.looks.of(properties, self.style, self.own)
        if look.hidden:
            if any(name(leaf) in ("w:t", "w:sym") for leaf in run):
                self.reading.note("docx.hidden")
            return
        named = self.reading.styles.name_of(value(properties, "w:rStyle"), "character")
        role = stylebook.character_role(named) if self.own else ""
        for found in self._leaves(run):
            link = found.href or href
            looks = self._marks(look, properties, named, bool(link), role)
            whole = Run(found.text, looks | found.marks, link, found.src, found.alt)
            self.inside.add(Piece(whole, look, role))

    def _marks(
        self, look: Look, properties: _Element | None, named: str, linked: bool, role: str
    ) -> frozenset[str]:
        out = set(look.marks)
        if look.bold:
            out.add("strong")
        # Every link is underlined in Word; only an underline set on purpose says something.
        by_hand = self.own and child(properties, "w:u") is not None
        if (linked or named.lower() in LINK_STYLES) and not by_hand:
            out.discard("u")
        if role == stylebook.LOW:  # Word knows one height for a run, HTML may have both
            out.add("sub")
        return frozenset(out)

    def _leaves(self, run: _Element) -> Iterator[Run]:
        for leaf in run:
            kind = name(leaf)
            href = address(said) if (said := leaf.get(fields.HREF)) else ""
            if kind == "w:t":
                yield Run(_one_line(leaf.text), href=href)
            elif kind in BREAKS:
                yield Run("\n")
            elif kind in SPACES:
                yield Run(" ")
            elif kind == "w:noBreakHyphen":
                yield Run("-", href=href)
            elif kind == "w:sym":
                yield Run(self._sign(leaf))
            elif kind in DRAWN:
                yield from self._drawn(leaf)
            elif kind in CALLS:
                yield from self._note((CALLS[kind], attribute(leaf, "w:id") or ""))
            elif kind == "w:ruby":
                yield from self._ruby(leaf)
            elif kind in FORMULAS:
                self.reading.note("docx.equation")
                yield from formula_runs(leaf)
            elif kind and kind not in SILENT and len(leaf):
                yield from self._leaves(leaf)

    def _sign(self, leaf: _Element) -> str:
        found = sign(attribute(leaf, "w:font") or "", attribute(leaf, "w:char") or "")
        if found == "〓":
            self.reading.note("docx.symbol")
        return found

    def _drawn(self, leaf: _Element) -> Iterator[Run]:
        for found in drawn(leaf, self.reading):
            if isinstance(found, Run):
                yield found
            else:
                self.inside.hanging.append(found)

    def _note(self, key: tuple[str, str]) -> Iterator[Run]:
        text, first = self.reading.notes.call(key)
        yield Run(text)
        if first:
            self.inside.hanging.append(key)

    def _ruby(self, ruby: _Element) -> Iterator[Run]:
        """Pinyin above a word, printed behind it: 兰台（lántái）."""
        base, above = child(ruby, "w:rubyBase"), child(ruby, "w:rt")
        yield from self._leaves(base) if base is not None else ()
        said = "".join(run.text for run in self._leaves(above)) if above is not None else ""
        yield Run(f"（{said}）" if said.strip() else "")


def _alike(one: Piece, other: Piece) -> bool:
    same = one.look == other.look and one.role == other.role and one.run.href == other.run.href
    return same and one.run.marks == other.run.marks and not (one.run.src or other.run.src)


def _longer(run: Run, text: str) -> Run:
    return Run(run.text + text, run.marks, run.href)


def _one_line(text: str | None) -> str:
    """Only w:br breaks a line; a line feed inside w:t is a space."""
    return (text or "").replace("\n", " ").replace("\r", " ")
