"""The Word file being written: its paragraphs, links, pictures, lists and facts."""

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu
from lxml.etree import _Element

from bulletins.document.blocks import Mark
from bulletins.document.docx import ink, stylebook
from bulletins.document.docx.facts import Facts
from bulletins.document.docx.ink import element
from bulletins.document.docx.layout import TEXT_WIDTH, style_id
from bulletins.document.docx.pictures import is_raster
from bulletins.document.inline import Run
from bulletins.document.vocabulary import FILE_PREFIX

LINK_COLOUR = "0563C1"
DEEPEST_LEVEL = 8  # of Word's list levels


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
        hairline: bool = False,
    ) -> _Element:
        """One w:p. extra: properties set by hand; mark: facts that the style does not tell.

        hairline: it prints nothing and takes no room. Properties stand in the order of the schema.
        """
        content = list(inner)
        properties = [element("w:pStyle", val=style_id(style)), *extra]
        properties += _spacing(content, hairline=hairline)
        if align:
            properties.append(element("w:ind", firstLineChars=0, firstLine=0))
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

    def runs(self, runs: Iterable[Run], role: str = "") -> list[_Element]:
        """Runs as w:r, neighbours with one address in one w:hyperlink."""
        out: list[_Element] = []
        for href, group in groupby(runs, key=lambda run: run.href):
            made = [self._run(run, role) for run in group]
            out += [self.link(href, made)] if href else made
        return out

    def words(self, words: str, role: str = "") -> list[_Element]:
        return self.runs([Run(words)], role) if words else []

    def link(self, href: str, inner: list[_Element]) -> _Element:
        made = element("w:hyperlink", *inner)
        identity = self.word.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), identity)
        return made

    def _run(self, run: Run, role: str) -> _Element:
        if not run.src:
            return element("w:r", _look(run, role), *ink.text(run.text))
        drawing = self._drawing(run)
        return (
            self._stand_in(run, role)
            if drawing is None
            else element("w:r", _look(run, role), drawing)
        )

    def _drawing(self, run: Run) -> _Element | None:
        """The picture itself, None where its bytes are missing or Word cannot show them."""
        digest = run.src.removeprefix(FILE_PREFIX)
        data = self.files.get(digest, b"")
        if not is_raster(data) or hashlib.sha256(data).hexdigest() != digest:
            return None
        try:
            inline = self.word.part.new_pic_inline(io.BytesIO(data), None, None)
        except (
            Exception
        ):  # python-docx reads sizes from the bytes, and breaks in many ways on odd ones
            return None
        if inline.extent.cx > TEXT_WIDTH:
            inline.extent.cy = Emu(round(inline.extent.cy * TEXT_WIDTH / inline.extent.cx))
            inline.extent.cx = TEXT_WIDTH
        inline.docPr.set("descr", run.alt)
        return element("w:drawing", inline)

    def _stand_in(self, run: Run, role: str) -> _Element:
        """Words in place of a picture, in a content control that keeps its name."""
        before, after = stylebook.PICTURE
        tag = element("w:tag", val=run.src.removeprefix(FILE_PREFIX))
        properties = element("w:sdtPr", element("w:alias", val="图片"), tag)
        words = element("w:r", _look(run, role), *ink.text(f"{before}{run.alt}{after}"))
        return element("w:sdt", properties, element("w:sdtContent", words))

    def new_list(self, tag: str, start: int, depth: int) -> int:
        """A list of its own, so that it counts for itself; its w:numId."""
        numbering = self.word.part.numbering_part.element
        identity = len(numbering) + 1
        level = min(depth, DEEPEST_LEVEL)
        override = element("w:lvlOverride", element("w:startOverride", val=start), ilvl=level)
        abstract = element("w:abstractNumId", val=1 if tag == "ol" else 0)
        inner = [abstract, override] if tag == "ol" else [abstract]
        numbering.append(element("w:num", *inner, numId=identity))
        return identity


def _spacing(content: list[_Element], *, hairline: bool) -> list[_Element]:
    if hairline:
        return [element("w:spacing", before=0, after=0, line=20, lineRule="exact")]
    if any(True for run in content for _ in run.iter(qn("w:drawing"))):
        return [
            element("w:spacing", line=240, lineRule="auto")
        ]  # a fixed line would cut the picture
    return []


def _look(run: Run, role: str) -> _Element:
    """Run properties in the order of the schema."""
    both = {"sub", "sup"} <= run.marks
    style = stylebook.LOW if both else role
    height = "superscript" if "sup" in run.marks else "subscript" if "sub" in run.marks else ""
    said = [
        element("w:rStyle", val=style_id(stylebook.style_name(style))) if style else None,
        element("w:b") if "strong" in run.marks else None,
        element("w:i") if "em" in run.marks else None,
        element("w:strike") if "s" in run.marks else None,
        element("w:color", val=LINK_COLOUR) if run.href else None,
        element("w:u", val="single") if "u" in run.marks else None,
        element("w:vertAlign", val=height) if height else None,
    ]
    return element("w:rPr", *(one for one in said if one is not None))
