"""A page's tree without what no reader sees, bounded in depth."""

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement, HTMLParser

from bulletins.document import plain
from bulletins.document.elements import FLOWING, SILENT, name
from bulletins.document.nesting import nested
from bulletins.document.notices import Unreadable
from bulletins.document.vocabulary import INLINE

MOST = 300_000  # elements; a million characters have 45,000 to 270,000
FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL)
WHOLE = re.compile(r"<(?:html|body|head|title|frameset)[\s>]", re.IGNORECASE)
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|"
    r"font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
SHARE = 0.5  # of the text: what holds more is not hidden for good
KEPT = frozenset("head title meta base link".split())
KNOWN = (
    KEPT
    | FLOWING
    | INLINE
    | frozenset(
        "html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead "
        "tbody tfoot tr td th blockquote pre hr center section article main header footer nav "
        "aside form fieldset legend figure figcaption address details summary dir menu".split()
    )
)


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


def drop_unseen(root: HtmlElement) -> None:
    """Remove scripts, styles, and what is set not to be displayed; tails stay.

    Most of a page's text is never hidden for good: a script was to show it.
    """
    for element in list(root.iter()):
        if (name(element) in SILENT and name(element) not in KEPT) or not name(element):
            _drop(element)
    most = len(_text(root)) * SHARE
    for element in [e for e in root.iter() if _hidden(e)]:
        if len(_text(element)) <= most:
            _drop(element)
    for element in root.iter():
        if name(element) not in KNOWN:
            element.tag = "span"  # <o:p>, <st1:date>, <ucapcontent>: a block inside makes it a box


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _text(element: HtmlElement) -> str:
    return "".join("".join(element.itertext()).split())


def _hidden(element: HtmlElement) -> bool:
    if element.get("id") == "js_content":  # WeChat shows it by a script
        return False
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or bool(HIDDEN.search(element.get("style", "")))
