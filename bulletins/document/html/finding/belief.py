"""Which names of a page's parts to believe: a "print" box may hold the whole article."""

from collections.abc import Collection, Iterator
from itertools import islice

from lxml.html import HtmlElement

from bulletins.document.elements import name
from bulletins.document.html.finding.anchors import with_holders
from bulletins.document.html.finding.prose import Prose
from bulletins.document.html.opening.furniture import (
    forget,
    is_around,
    is_furniture,
    is_sure,
    is_text,
)
from bulletins.document.html.opening.links import is_attachment
from bulletins.document.parsing.furniture import is_breadcrumb
from bulletins.document.plain import squeeze

MUCH = 0.4  # of a page's prose: what holds this share is no bar or column, whatever it is called
NOTHING = 8.0  # prose outside: then there is no article but this
ARTICLE = 100.0
LINKS = 100  # enough to judge by


def disbelieve(root: HtmlElement, anchors: Collection[HtmlElement]) -> Prose:
    """Take away names that the text belies; where the page's prose stands, then.

    A "print" box may be around the whole article, a "links" box hold its files.
    """
    prose = Prose(root)
    judge = _Judge(root, prose, anchors)
    named = [element for element in root.iterdescendants() if is_furniture(element)]
    belied = {element for element in named if judge.belies(element)}
    likes = {_likeness(element) for element in belied}
    for element in named:
        if element in belied or _likeness(element) in likes:
            forget(element)
    return Prose(root) if belied else prose


def _likeness(element: HtmlElement) -> tuple[HtmlElement | None, str, str | None]:
    """Boxes of one name side by side are of one kind: a text may stand in several."""
    return element.getparent(), name(element), element.get("class")


def forget_names(root: HtmlElement) -> None:
    """Nothing pasted is furniture: people copy what they mean."""
    for element in root.iter():
        if isinstance(element.tag, str) and is_furniture(element):
            forget(element)


class _Judge:
    """Knows what speaks against a name."""

    def __init__(self, root: HtmlElement, prose: Prose, anchors: Collection[HtmlElement]) -> None:
        self._prose, self._whole = prose, prose.of(root)
        texts = [e for e in root.iter() if is_text(e) and prose.of(e).whole]
        firsts = [first for anchor in anchors for first in _first_after(anchor, prose)]
        self._texts = with_holders(texts) | with_holders(firsts)
        self._titled = with_holders(anchors)

    def belies(self, element: HtmlElement) -> bool:
        """The element is no furniture: it holds the text's box, the title, what follows it, files,
        or most of the page's prose.
        """
        if element in self._texts:
            return True
        if is_sure(element):
            return self._whole.free < NOTHING and self._prose.of(element).whole > ARTICLE
        if element in self._titled:
            return not is_breadcrumb(squeeze(element.text_content()))
        return _holds_files(element) or (not self._titled and self._is_most(element))

    def _is_most(self, element: HtmlElement) -> bool:
        amount = self._prose.of(element).outside_sure
        if amount < NOTHING:
            return False
        if is_around(element):
            return amount >= MUCH * self._whole.outside_sure
        return 2 * self._whole.free < amount


def _first_after(anchor: HtmlElement, prose: Prose) -> Iterator[HtmlElement]:
    """The first sentence after the title: the text begins there, whatever the boxes are called."""
    here = anchor
    while here is not None:
        for after in here.itersiblings():
            if prose.of(after).outside_sure >= NOTHING:
                yield _innermost(after, prose)
                return
        here = here.getparent()


def _innermost(box: HtmlElement, prose: Prose) -> HtmlElement:
    while (inner := _prosaic(box, prose)) is not None:
        box = inner
    return box


def _prosaic(box: HtmlElement, prose: Prose) -> HtmlElement | None:
    return next((inner for inner in box if prose.of(inner).outside_sure >= NOTHING), None)


def _holds_files(element: HtmlElement) -> bool:
    """Most of its links lead to files: the attachments of the text."""
    links = list(islice(element.iter("a"), LINKS))
    return 2 * sum(map(is_attachment, links)) > len(links)
