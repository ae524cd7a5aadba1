"""Our own pages read back: every leaf block says by data-mark what it is (see ``html.writing``)."""

from lxml.html import HtmlElement

from bulletins.document import body
from bulletins.document.blocks import Block, Mark
from bulletins.document.elements import name
from bulletins.document.html.opening.tree import box
from bulletins.document.respelling import blocks

MARK = "data-mark"


def read_marked(root: HtmlElement) -> tuple[Block, ...]:
    """Blocks of a page written by Lantai; elements without data-mark are decoration."""
    marked = [element for element in root.iter() if element.get(MARK)]
    return tuple(_block(element, line) for line, element in enumerate(marked, start=1))


def _block(element: HtmlElement, line: int) -> Block:
    facts = {
        key.removeprefix("data-").replace("-", "_"): value
        for key, value in element.attrib.items()
        if key.startswith("data-") and key != MARK
    }
    mark = Mark(element.get(MARK, ""), facts)
    for label in element.xpath(".//span[@data-label]"):
        label.drop_tree()
    if name(element) not in ("ul", "ol", "table", "blockquote"):
        element.tag = "p"
    holder = box()
    element.tail = None
    holder.append(element)
    html = "".join(blocks(holder))
    return Block(html, body.text_of(html), line, mark=mark)
