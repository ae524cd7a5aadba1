"""The Word file being written: its paragraphs, runs, links and facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Length
from lxml.etree import _Element

from bulletins.document.blocks import Mark
from bulletins.document.docx import ink, stylebook
from bulletins.document.docx.facts import Facts
from bulletins.document.docx.ink import element, indent
from bulletins.document.docx.layout.looks import THIRD
from bulletins.document.docx.layout.page import TEXT_WIDTH
from bulletins.document.docx.layout.styles import style_id
from bulletins.document.docx.printing.drawings import picture
from bulletins.document.docx.printing.run_properties import run_properties
from bulletins.document.inline import Run


@dataclass(slots=True)
class Sheet:
    """files: pictures by SHA-256. token: tells our bookmarks from those of another file."""

    word: WordFile
    files: Mapping[str, bytes]
    token: str
    facts: Facts = field(default_factory=Facts)
    _bookmarks: int = 0

    def paragraph(
        self,
        style: str,
        inner: Iterable[_Element],
        *,
        align: str = "",
        extra: Iterable[_Element] = (),
        mark: Mark | None = None,
        outline: int | None = None,
        inset: _Element | None = None,
        hairline: bool = False,
    ) -> _Element:
        """One w:p. extra: properties set by hand; mark: facts that the style does not tell.

        hairline: it prints nothing and takes no room. Properties stand in the order of the schema.
        """
        content = list(inner)
        properties = [element("w:pStyle", val=style_id(style)), *extra]
        properties += _spacing(content, hairline=hairline)
        if align or (inset is None and _only_drawn(content)):
            inset = indent(THIRD, firstLine=0)
        properties += [] if inset is None else [inset]
        if align:
            properties.append(element("w:jc", val=align))
        if outline is not None:
            properties.append(element("w:outlineLvl", val=outline))
        if mark is not None:
            content = self._bookmarked(content, mark)
        return element("w:p", element("w:pPr", *properties), *content)

    def _bookmarked(self, content: list[_Element], mark: Mark) -> list[_Element]:
        self._bookmarks += 1
        name = f"{stylebook.BOOKMARK}{self.token}_{self._bookmarks}"
        self.facts.by_bookmark[name] = mark
        begin = element("w:bookmarkStart", id=self._bookmarks, name=name)
        return [begin, *content, element("w:bookmarkEnd", id=self._bookmarks)]

    def runs(
        self, runs: Iterable[Run], role: str = "", room: Length = TEXT_WIDTH
    ) -> list[_Element]:
        """Runs as w:r, neighbours with one address in one w:hyperlink. room: the widest picture."""
        out: list[_Element] = []
        for href, group in groupby(runs, key=lambda run: run.href):
            made = [self._run(run, role, room) for run in group]
            out += [self.link(href, made)] if href else made
        return out

    def words(self, words: str, role: str = "") -> list[_Element]:
        return self.runs([Run(words)], role) if words else []

    def link(self, href: str, inner: list[_Element]) -> _Element:
        made = element("w:hyperlink", *inner)
        identity = self.word.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), identity)
        return made

    def _run(self, run: Run, role: str, room: Length) -> _Element:
        if run.src:
            return picture(run, role, self.word, self.files, room)
        return element("w:r", run_properties(run, role), *ink.text(run.text))


def _spacing(content: list[_Element], *, hairline: bool) -> list[_Element]:
    if hairline:
        return [element("w:spacing", before=0, after=0, line=20, lineRule="exact")]
    if _holds(content, "w:drawing"):  # a fixed line would cut the picture
        return [element("w:spacing", line=240, lineRule="auto")]
    return []


def _only_drawn(content: list[_Element]) -> bool:
    """A picture as wide as the text would be pushed over its edge by the indent of a paragraph."""
    return _holds(content, "w:drawing") and not _holds(content, "w:t")


def _holds(content: list[_Element], tag: str) -> bool:
    return any(True for run in content for _ in run.iter(qn(tag)))
