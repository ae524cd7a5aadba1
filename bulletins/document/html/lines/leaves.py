"""The lines of an article in reading order: its innermost blocks, with what surrounds them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.elements import SILENT, is_block, name
from bulletins.document.html.lines.layout import is_layout
from bulletins.document.html.lines.leaf import Leaf, Loose
from bulletins.document.html.lines.line_ends import settle
from bulletins.document.html.lines.lists import is_list, labels
from bulletins.document.html.lines.quotations import is_quotation
from bulletins.document.html.lines.styles import BOLD, align_of
from bulletins.document.html.opening.furniture import is_furniture, is_sure, is_title

SCAFFOLD = frozenset("table tbody thead tfoot tr td th ul li dl".split())
NUMBER = "Number"  # no attribute from a page: those are in small letters
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def leaves(box: HtmlElement) -> Iterator[Leaf]:
    """Leaves of a box, also those in its furniture."""
    yield from _inside(box, Leaf(box))


def _inside(box: HtmlElement, around: Leaf) -> Iterator[Leaf]:
    loose = Loose(box.text)
    for child in list(box):
        tail, child.tail = child.tail, None
        if is_block(child):
            yield from _full(loose.line, around)
            loose = Loose()
            number = child.attrib.pop(NUMBER, "")
            yield from _numbered(_block(child, around), number)
        elif name(child) not in SILENT:
            loose.add(child)
        loose.add_text(tail)
    yield from _full(loose.line, around)


def _block(child: HtmlElement, around: Leaf) -> Iterator[Leaf]:
    tag = name(child)
    if tag == "blockquote" and not is_quotation(child):
        tag = child.tag = "div"
    here = replace(
        around,
        element=child,
        align=align_of(child) or around.align,
        strong=around.strong or tag == "strong" or bool(BOLD.search(child.get("style", ""))),
        heading=HEADINGS.get(tag, around.heading),
        named=_named(child, around.named),
        titled=around.titled or is_title(child),
    )
    if tag in ("ul", "ol") and not is_list(child):
        yield from _opened(child, here)
    elif tag in ("ul", "ol") or (tag == "table" and not is_layout(child)):
        yield here
    elif tag == "blockquote":
        for line in list(child.iter("p", "div")) or [child]:
            settle(line, kept=False)
        yield here
    elif tag in SCAFFOLD or any(is_block(inner) for inner in child):
        yield from _inside(child, here)
    else:
        yield from _full(child, here)


def _named(child: HtmlElement, around: str) -> str:
    if around == "sure" or is_sure(child):
        return "sure"
    return "likely" if around or is_furniture(child) else ""


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
