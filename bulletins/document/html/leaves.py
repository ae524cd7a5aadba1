"""The lines of an article in reading order: its innermost blocks, with what surrounds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import html as lxml_html
from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.html.article import is_furniture
from bulletins.document.html.styles import BOLD, align_of
from bulletins.document.markers import read_marker
from bulletins.document.respelling import SILENT, is_block, name

SCAFFOLD = frozenset("table tbody thead tfoot tr td th ul li dl".split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BETWEEN_HAN = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*\r?\n[ \t\r\n]*(?=[\u2e80-\uffef])")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line, table or list, and what it inherits."""

    element: HtmlElement
    align: str = ""
    strong: bool = False
    heading: int | None = None


def leaves(box: HtmlElement) -> Iterator[Leaf]:
    """Leaves of the article's box, furniture inside it left out."""
    yield from _inside(box, Leaf(box), top=True)


def _inside(box: HtmlElement, around: Leaf, top: bool = False) -> Iterator[Leaf]:
    loose = _wrap(box.text)
    for child in list(box):
        tail, child.tail = child.tail, None
        if is_block(child):
            yield from _full(loose, around)
            loose = _wrap("")
            if top or not is_furniture(child):
                yield from _block(child, around)
        elif name(child) not in SILENT:
            loose.append(child)
        _add_text(loose, tail)
    yield from _full(loose, around)


def _block(child: HtmlElement, around: Leaf) -> Iterator[Leaf]:
    tag = name(child)
    here = replace(
        around,
        element=child,
        align=align_of(child) or around.align,
        strong=around.strong or bool(BOLD.search(child.get("style", ""))),
        heading=HEADINGS.get(tag, around.heading),
    )
    if tag in ("ul", "ol") or (tag == "table" and not _is_scaffold(child)):
        yield here
    elif tag in SCAFFOLD or any(is_block(inner) for inner in child):
        yield from _inside(child, here)
    else:
        yield from _full(child, here)


def _full(element: HtmlElement, around: Leaf) -> Iterator[Leaf]:
    has_text = bool("".join(element.itertext()).strip(plain.EDGE))
    if has_text or next(element.iter("img"), None) is not None:
        _breaks(element, name(element) == "pre")
        yield replace(around, element=element)


def _wrap(text: str | None) -> HtmlElement:
    element: HtmlElement = lxml_html.Element("p")
    element.text = text
    return element


def _add_text(element: HtmlElement, text: str | None) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + (text or "")
    else:
        element.text = (element.text or "") + (text or "")


def _breaks(element: HtmlElement, kept: bool) -> None:
    """Line ends of the source: breaks between numbered lines, nothing between characters."""
    lines = [line for text in element.itertext() for line in text.split("\n")]
    kept = kept or (len(lines) > 1 and any(read_marker(line) for line in lines))
    for node in list(element.iter()):
        if kept:
            _break_text(node)
            if node is not element:
                _break_tail(node)
        else:
            node.text = BETWEEN_HAN.sub("", node.text) if node.text else node.text
            node.tail = BETWEEN_HAN.sub("", node.tail) if node.tail else node.tail


def _break_text(node: HtmlElement) -> None:
    first, *rest = (node.text or "").split("\n")
    node.text = first
    for at, line in enumerate(rest):
        node.insert(at, _break(node, line))


def _break_tail(node: HtmlElement) -> None:
    first, *rest = (node.tail or "").split("\n")
    parent = node.getparent()
    node.tail = first
    for at, line in enumerate(rest, start=parent.index(node) + 1):
        parent.insert(at, _break(node, line))


def _break(node: HtmlElement, after: str) -> HtmlElement:
    element: HtmlElement = node.makeelement("br")
    element.tail = after
    return element


def _is_scaffold(table: HtmlElement) -> bool:
    """A table that only places things: one cell a row, or one cell with nearly all of the text."""
    rows = list(table.iter("tr"))
    widest = max((len([c for c in row if name(c) in ("td", "th")]) for row in rows), default=0)
    if widest <= 1:
        return True
    whole = len("".join(table.itertext()).strip())
    cells = [cell for cell in table.iter("td") if len(list(cell.iter("p", "div", "br"))) >= 3]
    return any(len("".join(cell.itertext()).strip()) > 0.6 * whole for cell in cells)
