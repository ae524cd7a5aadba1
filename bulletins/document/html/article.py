"""Where in a page the article is: the smallest element that holds nearly all of its prose.

Prose is text outside links that has the punctuation of sentences; menus, lists of news, footers
have little of it. Names that sites give to their furniture and to their text are only hints.
"""

import re

from lxml.html import HtmlElement

from bulletins.document.respelling import name

SENTENCE = re.compile("[。，；、！？,;：:]")
FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|foot|footer|copyright|bottom|side|sidebar|aside|crumbs?|breadcrumb|"
    r"location|position|share|bdshare|related|relate|recommend|comment|comments|toolbar|search|login|"
    r"banner|topbar|friendlink|link|links|qrcode|qr|hot|rank|tags?|pager|page-?nav|prev-?next|print)"
    r"(?:$|[-_ \d])|footer|copyright|sidebar|breadcrumb|erweima|friendlink",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"UCAP-CONTENT|TRS_Editor|TRS_UEDITOR|trs_paper|vsb_content|v_news_content|js_content|"
    r"rich_media_content|article[-_]?(?:con|content|body|text|detail)|pages_content|news_?content|"
    r"con(?:tent)?_?text|detail[-_]?con|ueditor|wangeditor|news_conent|entry-content|post-content|"
    r"xxgk_content|info[-_]?content|wp_articlecontent|read|^zoom$|^content$|^article$|^text$",
    re.IGNORECASE,
)
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


def is_furniture(element: HtmlElement) -> bool:
    """By its kind or its name the element is a part of the page, not of the text."""
    tag = name(element)
    if tag in ("nav", "footer", "aside"):
        return True
    if tag in ("html", "body", "p", "span", "td", "tr", "tbody", "table") or _hint(element):
        return False
    return bool(FURNITURE.search(f"{element.get('id', '')} {element.get('class', '')}"))


def _hint(element: HtmlElement) -> bool:
    names = [element.get("id", ""), *element.get("class", "").split()]
    return any(TEXT.search(word) for word in names if word)


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
    for child in sorted(boxes, key=prose.of, reverse=True)[:1]:
        share = prose.of(child) / amount
        hinted = share >= HINTED and _holds_hint(child)
        if hinted or (share >= MOST and amount - prose.of(child) <= OUTSIDE):
            return None if _is_text_box(child) and _hint(here) else child
    return None


def _holds_hint(element: HtmlElement) -> bool:
    return any(_hint(inner) for inner in element.iter() if isinstance(inner.tag, str))


def _is_text_box(element: HtmlElement) -> bool:
    """A table of data or a quotation inside the article is not a box around it."""
    return name(element) in ("table", "blockquote", "dl")
