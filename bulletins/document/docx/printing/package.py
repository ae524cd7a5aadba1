"""The file around a text: what every one of ours holds, made once, and what this one adds."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE

from bulletins.document.docx import ink
from bulletins.document.docx.layout.page import set_page
from bulletins.document.docx.layout.styles import set_styles
from bulletins.document.docx.printing import lists
from bulletins.document.docx.zipped import Piece, zipped

TYPES, STORY, NUMBERING = "[Content_Types].xml", "word/document.xml", "word/numbering.xml"
RELATIONS = "word/_rels/document.xml.rels"
FIRST = 100  # of the relations that a text adds; the layout's own are fewer
BEST = 9  # what is pressed once
# Of python-docx's own empty document: an item under the name of ours, a picture of another text,
# and styles for a Word that is gone
FOREIGN = ("/customXml", "/thumbnail", "/stylesWithEffects")


class Layout(NamedTuple):
    """An empty file of ours. open: texts by name that a document goes on with, and how they end."""

    pieces: dict[str, Piece]
    open: dict[str, tuple[str, str]]


@dataclass(slots=True)
class Package:
    """What one file adds. relations: of the text, by what they lead to. types: of some parts."""

    relations: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    parts: dict[str, Piece] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)
    drawings: int = 0

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The identity of a relation; the same for the same target."""
        new = f"rId{FIRST + len(self.relations)}"
        return self.relations.setdefault((kind, target, external), new)

    def link(self, address: str) -> str:
        return self.relate(RELATIONSHIP_TYPE.HYPERLINK, address, external=True)

    def add(self, name: str, data: Callable[[], bytes], kind: str, level: int = 0) -> None:
        """kind: its content type. A part that is there already is the same."""
        if name not in self.parts:
            self.parts[name] = Piece.of(name, data(), level)
            self.types[name] = kind

    def next_drawing(self) -> int:
        self.drawings += 1
        return self.drawings

    def new_list(self, tag: str, start: int, depth: int) -> int:
        identity = lists.DEFINED + len(self.numbers) + 1
        self.numbers.append(lists.one_list(identity, tag, start, depth))
        return identity

    def bytes(self, story: str, *more: Piece) -> bytes:
        """The whole file. more: parts whose types the layout names."""
        layout = _layout()
        said = {
            TYPES: "".join(map(_type, self.types.items())),
            STORY: story,
            RELATIONS: "".join(map(_relation, self.relations.items())),
            NUMBERING: "".join(self.numbers),
        }
        made = {
            name: Piece.of(name, f"{layout.open[name][0]}{text}{layout.open[name][1]}".encode())
            for name, text in said.items()
            if text
        }
        added = {one.name.decode(): one for one in more}
        pieces = {**layout.pieces, **made, **added, **self.parts}
        # Every reader looks first at the types.
        return zipped(pieces[name] for name in sorted(pieces, key=lambda one: (one != TYPES, one)))


def _relation(one: tuple[tuple[str, str, bool], str]) -> str:
    (kind, target, external), identity = one
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{kind}" Target="{ink.said_of(target)}"{mode}/>'


def _type(one: tuple[str, str]) -> str:
    return f'<Override PartName="/{one[0]}" ContentType="{one[1]}"/>'


@cache
def _layout() -> Layout:
    """An empty file in our layout, made once."""
    word = docx.Document()
    set_page(word)
    set_styles(word)
    lists.prepare(word)
    _drop_foreign(word)
    out = io.BytesIO()
    word.save(out)
    with zipfile.ZipFile(out) as made:
        found = {name: made.read(name) for name in made.namelist()}
    ends = {
        TYPES: "</Types>",
        STORY: "<w:sectPr",
        RELATIONS: "</Relationships>",
        NUMBERING: "</w:numbering>",
    }
    opened = {}
    for name, end in ends.items():
        before, found_end, after = found[name].decode().rpartition(end)
        opened[name] = before, found_end + after
    return Layout({name: Piece.of(name, data, BEST) for name, data in found.items()}, opened)


def _drop_foreign(word: WordFile) -> None:
    for relations in (word.part.rels, word.part.package.rels):
        for identity in [key for key, one in relations.items() if one.reltype.endswith(FOREIGN)]:
            del relations[identity]
