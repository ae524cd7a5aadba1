"""Pictures and other drawn things in a run: what can be kept, and a placeholder for what cannot."""

import hashlib
import posixpath
from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document import plain
from bulletins.document.blocks import PictureFile
from bulletins.document.docx.assembly.pieces import Hanging, Words
from bulletins.document.docx.names import attribute, child, name, within
from bulletins.document.docx.opening.relations import Relation
from bulletins.document.docx.state import Reading
from bulletins.document.docx.story.diagrams import chart_title, diagram_texts
from bulletins.document.inline import Run
from bulletins.document.notices import Unreadable
from bulletins.document.rasters import is_raster
from bulletins.document.vocabulary import FILE_PREFIX

LARGEST = 15 * 1024 * 1024


def drawn(element: _Element, reading: Reading, alt: str = "") -> Iterator[Run | Hanging]:
    """Everything in a w:drawing, w:pict or w:object, in order; text boxes are handed on unread."""
    for inner in element:
        kind = name(inner)
        alt = _alt(inner) or alt
        if kind == "w:txbxContent":
            yield inner
        elif kind == "a:blip":
            yield from _picture(inner, ("r:embed", "r:link"), alt, reading)
        elif kind == "v:imagedata":
            yield from _picture(
                inner, ("r:id", "r:href"), attribute(inner, "o:title") or alt, reading
            )
        elif kind == "v:textpath":
            yield Run(attribute(inner, "v:string") or attribute(inner, "string") or "")
        elif kind == "c:chart":
            yield _left_out(reading, "docx.chart", "图表", chart_title(inner, reading) or alt)
        elif kind == "dgm:relIds":
            yield _left_out(reading, "docx.chart", "智能图形", alt)
            yield from map(Words, diagram_texts(inner, reading))
        elif kind != "a:blipFill":  # wallpaper of a shape; a picture's own is pic:blipFill
            yield from drawn(inner, reading, _inner_alt(inner) or alt)


def _alt(element: _Element) -> str:
    if name(element) in ("wp:docPr", "pic:cNvPr"):
        return attribute(element, "descr") or ""
    return attribute(element, "alt") or "" if name(element).startswith("v:") else ""


def _inner_alt(element: _Element) -> str:
    """A picture in a group has a description of its own."""
    found = child(element, "pic:nvPicPr", "pic:cNvPr")
    return "" if found is None else attribute(found, "descr") or ""


def _picture(
    element: _Element, places: tuple[str, str], alt: str, reading: Reading
) -> Iterator[Run | Hanging]:
    embedded, linked = (reading.relation(attribute(element, place)) for place in places)
    relation = _original(element, reading) or embedded or linked
    if relation is None:
        yield _left_out(reading, "docx.picture.missing", "图片", alt)
    elif relation.external:
        yield _left_out(reading, "docx.picture.linked", "链接图片", alt)
    else:
        yield _embedded(relation, alt, reading)


def _original(element: _Element, reading: Reading) -> Relation | None:
    """The bytes behind a PNG that we made for Word, where they are still in the file."""
    ours = next(iter(within(element, "lantai:original")), None)
    found = None if ours is None else reading.relation(attribute(ours, "r:embed"))
    return found if found is not None and reading.package.holds(found) else None


def _embedded(relation: Relation, alt: str, reading: Reading) -> Run | Hanging:
    try:
        data = reading.package.content(relation.target, LARGEST)
    except Unreadable:
        data = None
    if not data:
        return _left_out(reading, "docx.picture.missing", "图片", alt)
    if not is_raster(data):
        return _left_out(reading, "docx.picture.format", "图片", alt)
    digest = hashlib.sha256(data).hexdigest()
    reading.files.setdefault(digest, PictureFile(posixpath.basename(relation.target), data))
    return Run(src=f"{FILE_PREFIX}{digest}", alt=plain.squeeze(alt))


def _left_out(reading: Reading, code: str, what: str, alt: str) -> Words:
    reading.note(code)
    said = plain.squeeze(alt)
    sentence = f"（此处原有{what}：{said}）" if said else f"（此处原有{what}）"
    return Words(sentence, "placeholder")
