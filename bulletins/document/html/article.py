"""Where in a page the article is: the smallest element that holds nearly all of its prose.

Prose is text outside links that has the punctuation of sentences; menus, lists of news, footers
have little of it. Names that sites give to their furniture and to their text are only hints.
"""

import re

from lxml.html import HtmlElement

from bulletins.document.elements import name
from bulletins.document.html.furniture import is_furniture, is_text
from bulletins.document.parsing.furniture import is_furniture as is_page_line
from bulletins.document.parsing.labels import has_label
from bulletins.document.plain import EDGE

SENTENCE = re.compile("[。，；、！？,;：:]")
BOXES = frozenset(
    "body div td article section main table tbody tr form center dl dd blockquote".split()
)
MOST = 0.85  # a child with this share of the prose is the article's box
OUTSIDE = 300  # more prose than this beside the box belongs to the article too
HINTED = 0.6  # with a telling name, less is enough


class Prose:
    """How much prose stands under each element."""

    def __init__(self, root: HtmlElement) -> None:
        self._amount: dict[HtmlElement, float] = {}
        for element in reversed(list(root.iter())):  # children before their parents
            self._amount[element] = self._count(element)

    def of(self, element: HtmlElement) -> float:
        return self._amount.get(element, 0.0)

    def _count(self, element: HtmlElement) -> float:
        if is_furniture(element):
            return 0.0
        own = _sentences(element.text) if name(element) != "a" else 0.0
        inside = sum(self.of(child) + _sentences(child.tail) for child in element)
        return 0.0 if name(element) == "a" else own + inside


def _sentences(text: str | None) -> float:
    text = "".join((text or "").split())
    return float(len(text)) if len(text) > 8 and SENTENCE.search(text) else len(text) * 0.1


def find_article(root: HtmlElement) -> HtmlElement:
    """The element that holds the article; the body itself where no part of it stands out."""
    body = root.find("body")
    here = root if body is None else body
    prose = Prose(here)
    whole = prose.of(here)
    while whole and (inner := _inner(here, prose)) is not None:
        here = inner
    return here


def _inner(here: HtmlElement, prose: Prose) -> HtmlElement | None:
    """The one box inside that holds nearly everything; None when the text begins to spread."""
    amount = prose.of(here)
    boxes = [child for child in here if name(child) in BOXES and not is_furniture(child)]
    child = max(boxes, key=prose.of, default=None)
    if child is None or _has_text_beside(here):
        return None
    share = prose.of(child) / amount
    hinted = share >= HINTED and _holds_hint(child)
    if not hinted and (share < MOST or amount - prose.of(child) > OUTSIDE):
        return None
    return None if _is_text_box(child) and is_text(here) else child


def _has_text_beside(here: HtmlElement) -> bool:
    """Paragraphs next to the boxes: the first words of a text whose rest stands in a box."""
    lines = ["".join(p.itertext()).strip(EDGE) for p in here if name(p) == "p" and not _links(p)]
    return any(
        line.endswith(("。", "：", "；")) and not is_page_line(line) and not has_label(line)
        for line in lines
    )


def _links(element: HtmlElement) -> bool:
    return next(element.iter("a"), None) is not None


def _holds_hint(element: HtmlElement) -> bool:
    return any(is_text(inner) for inner in element.iter() if isinstance(inner.tag, str))


def _is_text_box(element: HtmlElement) -> bool:
    """A table of data or a quotation inside the article is not a box around it."""
    return name(element) in ("table", "blockquote", "dl")
