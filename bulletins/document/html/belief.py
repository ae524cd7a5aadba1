"""Which names of a page's parts to believe: a "print" box may hold the whole article."""

from itertools import islice

from lxml.html import HtmlElement

from bulletins.document.html.article import with_holders
from bulletins.document.html.furniture import (
    forget,
    is_around,
    is_furniture,
    is_sure,
    is_text,
)
from bulletins.document.html.links import is_attachment
from bulletins.document.html.prose import Prose

MUCH = 0.4  # of a page's prose: what holds this share is no bar or column, whatever it is called
NEARLY_ALL = 0.8
NOTHING = 8.0  # prose outside: then there is no article but this
ARTICLE = 100.0
LINKS = 100  # enough to judge by


def disbelieve(root: HtmlElement) -> Prose:
    """Take away names that the text belies (a "print" box around the article, links to files);
    where the page's prose stands, then.
    """
    prose = Prose(root)
    texts = with_holders(e for e in root.iter() if is_text(e) and prose.of(e).whole)
    belied = [
        element
        for element in root.iterdescendants()
        if is_furniture(element) and (element in texts or _is_belied(element, prose, root))
    ]
    for element in belied:
        forget(element)
    return Prose(root) if belied else prose


def forget_names(root: HtmlElement) -> None:
    """Nothing pasted is furniture: people copy what they mean."""
    for element in root.iter():
        if isinstance(element.tag, str) and is_furniture(element):
            forget(element)


def _is_belied(element: HtmlElement, prose: Prose, root: HtmlElement) -> bool:
    if is_sure(element):
        return _no_article_but(element, prose, root)
    return _is_most(element, prose, root) or _holds_files(element)


def _no_article_but(element: HtmlElement, prose: Prose, root: HtmlElement) -> bool:
    return prose.of(root).free < NOTHING and prose.of(element).whole > ARTICLE


def _is_most(element: HtmlElement, prose: Prose, root: HtmlElement) -> bool:
    share = MUCH if is_around(element) else NEARLY_ALL
    amount = prose.of(element).outside_sure
    return amount > 0 and amount >= share * prose.of(root).outside_sure


def _holds_files(element: HtmlElement) -> bool:
    """Most of its links lead to files: the attachments of the text."""
    links = list(islice(element.iter("a"), LINKS))
    return 2 * sum(map(is_attachment, links)) > len(links)
