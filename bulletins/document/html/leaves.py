"""The lines of an article in reading order: its innermost blocks, with what surrounds them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import html as lxml_html
from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.elements import SILENT, is_block, name
from bulletins.document.html.furniture import is_furniture
from bulletins.document.html.line_ends import settle
from bulletins.document.html.lists import is_list, labels
from bulletins.document.html.styles import BOLD, align_of

SCAFFOLD = frozenset("table tbody thead tfoot tr td th ul li dl".split())
NUMBER = "Number"  # no attribute from a page: those are in small letters
HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line, table or list, and what it inherits."""

    element: HtmlElement
    align: str = ""
    strong: bool = False
    heading: int | None = None
    label: str = ""


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
                number = child.attrib.pop(NUMBER, "")
                yield from _numbered(_block(child, around), number)
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
        strong=around.strong or tag == "strong" or bool(BOLD.search(child.get("style", ""))),
        heading=HEADINGS.get(tag, around.heading),
    )
    if tag in ("ul", "ol") and not is_list(child):
        yield from _opened(child, here)
    elif tag in ("ul", "ol") or (tag == "table" and not _is_scaffold(child)):
        yield here
    elif tag in SCAFFOLD or any(is_block(inner) for inner in child):
        yield from _inside(child, here)
    else:
        yield from _full(child, here)


def _opened(listed: HtmlElement, around: Leaf) -> Iterator[Leaf]:
    """The paragraphs of a list; the first of an item bears its number."""
    for item, label in labels(listed):
        item.set(NUMBER, label)
    yield from _inside(listed, around)


def _numbered(found: Iterable[Leaf], label: str) -> Iterator[Leaf]:
    for leaf in found:
        yield replace(leaf, label=label) if label else leaf
        label = ""


def _full(element: HtmlElement, around: Leaf) -> Iterator[Leaf]:
    has_text = bool("".join(element.itertext()).strip(plain.EDGE))
    if has_text or next(element.iter("img"), None) is not None:
        settle(element, kept=name(element) == "pre")
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


def _is_scaffold(table: HtmlElement) -> bool:
    """A table that only places things: one cell a row, or one cell with nearly all of the text."""
    rows = list(table.iter("tr"))
    widest = max((len([c for c in row if name(c) in ("td", "th")]) for row in rows), default=0)
    if widest <= 1:
        return True
    whole = len("".join(table.itertext()).strip())
    cells = [cell for cell in table.iter("td") if len(list(cell.iter("p", "div", "br"))) >= 3]
    return any(len("".join(cell.itertext()).strip()) > 0.6 * whole for cell in cells)
