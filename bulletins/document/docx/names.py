"""Names in WordprocessingML: elements and attributes as "w:p", whatever edition of the format
spells them.
"""

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element

OFFICE = "http://schemas.openxmlformats.org/"
STRICT = (
    "http://purl.oclc.org/ooxml/"  # ISO/IEC 29500 Strict, as "Strict Open XML Document" saves it
)
W = f"{OFFICE}wordprocessingml/2006/main"
R = f"{OFFICE}officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PREFIXES = {
    W: "w",
    f"{STRICT}wordprocessingml/main": "w",
    R: "r",
    f"{STRICT}officeDocument/relationships": "r",
    f"{OFFICE}drawingml/2006/main": "a",
    f"{STRICT}drawingml/main": "a",
    f"{OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{OFFICE}drawingml/2006/picture": "pic",
    f"{STRICT}drawingml/picture": "pic",
    f"{OFFICE}drawingml/2006/chart": "c",
    f"{STRICT}drawingml/chart": "c",
    f"{OFFICE}drawingml/2006/diagram": "dgm",
    f"{STRICT}drawingml/diagram": "dgm",
    f"{OFFICE}officeDocument/2006/math": "m",
    f"{STRICT}officeDocument/math": "m",
    f"{OFFICE}markup-compatibility/2006": "mc",
    f"{OFFICE}package/2006/relationships": "rel",
    f"{OFFICE}package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:lantai:facts:1": "lantai",
}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return f"{PREFIXES.get(space[1:], '?')}:{local}" if space else local


def name(element: _Element) -> str:
    """ "w:p" for a paragraph, "" for comments and processing instructions, "?:x" in unknown
    namespaces.
    """
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: _Element, wanted: str) -> str | None:
    """The value of "w:val" in either namespace or without one (Word writes all three), else
    None.
    """
    for key, value in element.attrib.items():
        short = _short(str(key))
        if short == wanted or short == wanted.partition(":")[2]:
            return str(value)
    return None


@lru_cache(maxsize=256)
def _tags(wanted: str) -> tuple[str, ...]:
    prefix, _, local = wanted.partition(":")
    return tuple(f"{{{space}}}{local}" for space, short in PREFIXES.items() if short == prefix)


def children(element: _Element, wanted: str) -> Iterator[_Element]:
    return element.iterchildren(*_tags(wanted))


def within(root: _Element, *wanted: str) -> list[_Element]:
    """All elements of these names in a tree, in document order (found in C: trees are large)."""
    return list(root.iter(*(tag for one in wanted for tag in _tags(one))))


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first element down that path: child(p, "w:pPr", "w:jc")."""
    for wanted in path:
        if element is None:
            return None
        element = next(element.iterchildren(*_tags(wanted)), None)
    return element


def value(element: _Element | None, *path: str) -> str | None:
    """The w:val of the element down that path, None where either is missing."""
    found = child(element, *path)
    return None if found is None else attribute(found, "w:val")


def number(text: str | None, otherwise: int = 0) -> int:
    """A count from a file, kept within ±999,999: nothing in a document counts further."""
    text = (text or "").strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        return otherwise
    return max(-999_999, min(999_999, int(text[:8])))


def switch(element: _Element | None, *path: str) -> bool | None:
    """An on/off property: True, False, or None where the file says nothing (ECMA-376, 17.17.4)."""
    found = child(element, *path)
    if found is None:
        return None
    return (attribute(found, "w:val") or "on") not in ("0", "false", "off", "none")
