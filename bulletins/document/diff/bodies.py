"""Two bodies compared: their words, and what words do not show (links, pictures, tables)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.html import HtmlElement

from bulletins.document.body import parse_fragment, text_of
from bulletins.document.diff.words import Change, Piece, compare_texts

LINK = re.compile(r'<a href="([^"]*)">')
PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')
TABLE = re.compile(r"<(?:table|tr|td|th)\b[^>]*>")

LINKS_CHANGED = "链接有变化"
PICTURES_CHANGED = "图片有变化"
TABLES_CHANGED = "表格有变化"
LOOK_CHANGED = "格式有变化"


@dataclass(frozen=True, slots=True)
class TextDiff:
    """pieces: the words. notes: what changed besides, as short sentences for the reviewer."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def changed(self) -> bool:
        return bool(self.notes) or any(piece.kind is not Change.SAME for piece in self.pieces)


class Look(NamedTuple):
    """How a character is shown: the elements around it, its link, the pictures before it."""

    elements: tuple[str, ...]
    href: str
    pictures: int


def compare_bodies(old: str, new: str) -> TextDiff:
    """Compare normalised HTML. Bodies that differ in any way never come out as unchanged."""
    pieces = compare_texts(text_of(old), text_of(new))
    if old == new:
        return TextDiff(pieces)
    notes = list(dict.fromkeys([*_outside(old, new), *_inside(old, new, pieces)]))
    found = TextDiff(pieces, tuple(notes))
    return found if found.changed else TextDiff(pieces, (LOOK_CHANGED,))


def _outside(old: str, new: str) -> Iterator[str]:
    """What is there on one side only, wherever it stands."""
    if LINK.findall(old) != LINK.findall(new):
        yield LINKS_CHANGED
    if PICTURE.findall(old) != PICTURE.findall(new):
        yield PICTURES_CHANGED
    if TABLE.findall(old) != TABLE.findall(new):
        yield TABLES_CHANGED


def _inside(old: str, new: str, pieces: Sequence[Piece]) -> Iterator[str]:
    """What looks another way although its words stayed."""
    kept = list(_kept(list(_looks(old)), list(_looks(new)), pieces))
    if any(before.elements != after.elements for before, after in kept):
        yield LOOK_CHANGED
    if any(before.href != after.href for before, after in kept):
        yield LINKS_CHANGED
    if PICTURE.findall(old) == PICTURE.findall(new) and any(
        before.pictures != after.pictures for before, after in kept
    ):
        yield PICTURES_CHANGED


def _kept(old: list[Look], new: list[Look], pieces: Sequence[Piece]) -> Iterator[tuple[Look, Look]]:
    """The looks, before and after, of every character that stayed."""
    i = j = 0
    for piece in pieces:
        length = sum(not char.isspace() for char in piece.text)
        if piece.kind is Change.SAME:
            yield from zip(old[i : i + length], new[j : j + length], strict=False)
        i += length if piece.kind is not Change.ADDED else 0
        j += length if piece.kind is not Change.REMOVED else 0


def _looks(html: str) -> Iterator[Look]:
    """The look of every character that is not space."""
    pictures = 0

    def walk(element: HtmlElement, around: tuple[str, ...], href: str) -> Iterator[Look]:
        nonlocal pictures
        yield from _each(element.text, Look(around, href, pictures))
        for child in element:
            pictures += child.tag == "img"
            inside = (*around, " ".join(filter(None, (child.tag, child.get("class")))))
            yield from walk(child, inside, child.get("href", href))
            yield from _each(child.tail, Look(around, href, pictures))

    return walk(parse_fragment(html), (), "")


def _each(text: str | None, look: Look) -> Iterator[Look]:
    return (look for char in text or "" if not char.isspace())
