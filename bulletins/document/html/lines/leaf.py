"""One line of a page: an element, and what it inherits from the boxes around it."""

from dataclasses import dataclass
from functools import cached_property

from lxml import html as lxml_html
from lxml.html import HtmlElement

from bulletins.document import plain


@dataclass(frozen=True)
class Leaf:
    """One line, table or list, and what it inherits.

    named: it stands in a part of the page that is named as such ("sure" for a menu or a footer,
    "likely" for a bar or a column). titled: it stands in a box that is named as a title.
    """

    element: HtmlElement
    align: str = ""
    strong: bool = False
    heading: int | None = None
    label: str = ""
    named: str = ""
    titled: bool = False

    @cached_property
    def text(self) -> str:
        """Its words in one line, pieces parted by a space: what a label says stays apart."""
        return plain.squeeze(" ".join(self.element.itertext()))


class Loose:
    """Words and pieces of a line that stand between boxes, put together as one line."""

    def __init__(self, text: str | None = None) -> None:
        self.line: HtmlElement = lxml_html.Element("p")
        self.line.text = text
        self._last: HtmlElement | None = None

    def add(self, piece: HtmlElement) -> None:
        self.line.append(piece)
        self._last = piece

    def add_text(self, text: str | None) -> None:
        if self._last is None:
            self.line.text = (self.line.text or "") + (text or "")
        else:
            self._last.tail = (self._last.tail or "") + (text or "")
