"""A page's tree, bounded in depth and size."""

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement, HTMLParser

from bulletins.document import plain
from bulletins.document.nesting import nested
from bulletins.document.notices import Unreadable

MOST = 300_000  # elements; a million characters have 45,000 to 270,000
FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL)
WHOLE = re.compile(r"<(?:html|body|head|title|frameset)[\s>]", re.IGNORECASE)


def parse_page(text: str, saved: bool) -> tuple[HtmlElement, bool]:
    """The tree, and whether it is a whole page (a saved file is, unless it says otherwise).

    Raises Unreadable.
    """
    pasted = FRAGMENT.search(text)
    whole = not pasted and (saved or bool(WHOLE.search(text)))
    # Word hides list numbers behind <![if !supportLists]>: the condition goes, the number stays.
    markup = nested(plain.CONTROL.sub("", pasted[1] if pasted else text))
    try:
        root = lxml_html.document_fromstring(
            f"<html><body>{markup}</body></html>",
            parser=HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, ValueError) as problem:
        raise Unreadable("网页中没有可读取的文字：请确认保存的是完整网页") from problem
    _refuse_size(root)
    return root, whole


def _refuse_size(root: HtmlElement) -> None:
    for count, _ in enumerate(root.iter()):
        if count > MOST:
            raise Unreadable("网页内容过多，未读取：请复制正文后用「粘贴」导入，或分成几篇")


def box() -> HtmlElement:
    """A <div> that is a tree of its own: lxml takes long to let go of pieces without a root."""
    element: HtmlElement = lxml_html.Element("div")
    return element


def rooted(element: HtmlElement) -> HtmlElement:
    """The element, in a tree of its own if it is in none."""
    if element.getparent() is None:
        box().append(element)
    return element
