"""What a reader hands over: the source as a flat row of blocks, in reading order, judged by
nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletins.document.notices import Notice


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file written by Lantai says of a block, so that reading it back is exact.

    kind: a field of the document ("title", "source", "lead", "closing", …) or "part", "intro",
    "section", "clause", "body". facts: that kind's own values as text: region, key, level, value,
    run_in.
    """

    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, table or list.

    html: normalised HTML in the document vocabulary (``body.normalise``).
    text: its plain text (``body.text_of``): ``<br>`` is a newline, cells are parted by tabs.
    line: where it stands in the source, from 1 (a line of text, a paragraph of a file).
    heading: the source's own heading level 1–6 (h1–h6, Word outline level + 1), else None.
    align: "", "center" or "right". strong: all its text is bold or clearly larger than the rest.
    label: an automatic number that is not in the text ("一、" from Word's numbering, "1." from
        <ol>).
    """

    html: str
    text: str
    line: int
    heading: int | None = None
    align: str = ""
    strong: bool = False
    label: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """Something said about the article outside its text: a meta tag, a label and its value.

    name: as found ("PubDate", "发布日期", "title", "h1"). visible: a reader of the page sees it.
    """

    name: str
    value: str
    visible: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture found in the source; bodies name it ``file:<sha256 of data>``."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """All that a reader found: blocks of the article, clues around it, pictures, what to tell the
    editor, and the page's own address where it says it.
    """

    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...] = ()
    files: Mapping[str, PictureFile] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    address: str = ""
