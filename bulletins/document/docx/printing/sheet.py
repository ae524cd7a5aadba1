"""The Word file being written: its paragraphs, runs, links and facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from docx.shared import Length

from bulletins.document.blocks import Mark
from bulletins.document.docx import ink, stylebook
from bulletins.document.docx.facts import Facts
from bulletins.document.docx.ink import element, indent
from bulletins.document.docx.layout.looks import THIRD
from bulletins.document.docx.layout.page import TEXT_WIDTH
from bulletins.document.docx.layout.styles import style_id
from bulletins.document.docx.printing.drawings import DRAWN, picture
from bulletins.document.docx.printing.package import Package
from bulletins.document.docx.printing.run_properties import run_properties
from bulletins.document.inline import Run

WORDS = "<w:t "  # how a piece of text begins


@dataclass(slots=True)
class Sheet:
    """files: pictures by SHA-256. token: tells our bookmarks from those of another file."""

    package: Package
    files: Mapping[str, bytes]
    token: str
    facts: Facts = field(default_factory=Facts)
    _bookmarks: int = 0

    def paragraph(
        self,
        style: str,
        inner: Iterable[str],
        *,
        align: str = "",
        extra: Iterable[str] = (),
        mark: Mark | None = None,
        outline: int | None = None,
        inset: str | None = None,
        hairline: bool = False,
    ) -> str:
        """One w:p. extra: properties set by hand; mark: facts that the style does not tell.

        hairline: it prints nothing and takes no room. Properties stand in the order of the schema.
        """
        content = list(inner)
        properties = [_styled(style), *extra]
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

    def _bookmarked(self, content: list[str], mark: Mark) -> list[str]:
        self._bookmarks += 1
        name = f"{stylebook.BOOKMARK}{self.token}_{self._bookmarks}"
        self.facts.by_bookmark[name] = mark
        begin = element("w:bookmarkStart", id=self._bookmarks, name=name)
        return [begin, *content, element("w:bookmarkEnd", id=self._bookmarks)]

    def runs(self, runs: Iterable[Run], role: str = "", room: Length = TEXT_WIDTH) -> list[str]:
        """Runs as w:r, neighbours with one address in one w:hyperlink. room: the widest picture."""
        out: list[str] = []
        for href, group in groupby(runs, key=lambda run: run.href):
            made = [self._run(run, role, room) for run in group]
            out += [self.link(href, made)] if href else made
        return out

    def words(self, words: str, role: str = "") -> list[str]:
        return self.runs([Run(words)], role) if words else []

    def link(self, href: str, inner: list[str]) -> str:
        return f'<w:hyperlink r:id="{self.package.link(href)}">{"".join(inner)}</w:hyperlink>'

    def _run(self, run: Run, role: str, room: Length) -> str:
        if run.src:
            return picture(run, role, self.package, self.files, room)
        return element("w:r", run_properties(run, role), ink.text(run.text))


@cache
def _styled(style: str) -> str:
    return element("w:pStyle", val=style_id(style))


def _spacing(content: list[str], *, hairline: bool) -> list[str]:
    if hairline:
        return [element("w:spacing", before=0, after=0, line=20, lineRule="exact")]
    if _holds(content, DRAWN):  # a fixed line would cut the picture
        return [element("w:spacing", line=240, lineRule="auto")]
    return []


def _only_drawn(content: list[str]) -> bool:
    """A picture as wide as the text would be pushed over its edge by the indent of a paragraph."""
    return _holds(content, DRAWN) and not _holds(content, WORDS)


def _holds(content: list[str], tag: str) -> bool:
    return any(tag in one for one in content)
