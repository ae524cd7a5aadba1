"""A page's tree without what no reader sees, bounded in depth."""

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement, HTMLParser

from bulletins.document import plain
from bulletins.document.nesting import nested
from bulletins.document.notices import Unreadable
from bulletins.document.respelling import SILENT, name

MOST = 60_000  # elements; the longest bulletins have 25,000
FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL)
WHOLE = re.compile(r"<(?:html|body|head|title|frameset)[\s>]", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
KEPT = frozenset("head title meta base link".split())


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
            markup or " ", parser=HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, ValueError) as problem:
        raise Unreadable("网页中没有可读取的文字：请确认保存的是完整网页") from problem
    _refuse_size(root)
    return root, whole


def _refuse_size(root: HtmlElement) -> None:
    for count, _ in enumerate(root.iter()):
        if count > MOST:
            raise Unreadable("网页内容过多，未读取：请复制正文后用「粘贴」导入，或分成几篇")


def drop_unseen(root: HtmlElement) -> None:
    """Remove scripts, styles, and what is set not to be displayed; tails stay."""
    for element in list(root.iter()):
        tag = name(element)
        unseen = (tag in SILENT and tag not in KEPT) or _hidden(element)
        if (unseen or not tag) and element.getparent() is not None:
            element.drop_tree()


def _hidden(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.get("id") == "js_content":
        return False
    return element.get("hidden") is not None or bool(HIDDEN.search(element.get("style", "")))
