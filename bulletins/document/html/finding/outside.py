"""What stands around the article: near it, in the same column of the page, and farther away."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from bulletins.document.elements import name
from bulletins.document.html.lines.layout import mark_layout
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.lines.leaves import leaves

LEVELS = 3  # boxes around the article that add something to it and are still its column
MARK = "lantai-article"  # tells the article's place while the page is read around it


@dataclass(frozen=True, slots=True)
class Outside:
    """Lines in reading order, before and after the article."""

    above: tuple[Leaf, ...] = ()
    below: tuple[Leaf, ...] = ()
    far_above: tuple[Leaf, ...] = ()
    far_below: tuple[Leaf, ...] = ()

    def all(self) -> tuple[Leaf, ...]:
        return (*self.far_above, *self.above, *self.below, *self.far_below)

    def without(self, unwanted: Callable[[Leaf], bool]) -> "Outside":
        """What stands near the article, but for some lines."""
        above = tuple(leaf for leaf in self.above if not unwanted(leaf))
        below = tuple(leaf for leaf in self.below if not unwanted(leaf))
        return replace(self, above=above, below=below)


def take_out(root: HtmlElement, article: HtmlElement) -> Outside:
    """The article becomes a tree of its own; what was around it is read."""
    if article is root or article.getparent() is None or name(article) == "body":
        return Outside()
    mark_layout(article)
    column = _column(article)
    above, below = _around(column, article)
    if name(column) == "body":
        return Outside(above, below)
    body = root.find("body")
    return Outside(above, below, *_around(root if body is None else body, column))


def _column(article: HtmlElement) -> HtmlElement:
    """The box around the article and what belongs to it: title, facts, attachments, credits."""
    box, steps = article, 0
    while (parent := box.getparent()) is not None and name(parent) != "html":
        steps += _size(parent) > _size(box)
        box = parent
        if steps == LEVELS:
            break
    return box


def _size(element: HtmlElement) -> int:
    return len("".join("".join(element.itertext()).split()))


def _around(box: HtmlElement, inner: HtmlElement) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The lines of a box before and after one element in it, which is taken out."""
    place = inner.makeelement("p")
    place.text = MARK
    place.tail, inner.tail = inner.tail, None
    inner.getparent().replace(inner, place)
    lines = [leaf for leaf in leaves(box) if leaf.text]
    at = next((i for i, leaf in enumerate(lines) if leaf.text == MARK), len(lines))
    return tuple(lines[:at]), tuple(lines[at + 1 :])
