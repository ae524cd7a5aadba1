"""What sites call the parts of a page; a name is believed unless the text belies it."""

import re

from lxml.html import HtmlElement

from bulletins.document.elements import name
from bulletins.document.html.links import is_attachment

SURE = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|foot|crumbs?)(?:$|[-_ \d])"
    r"|footer|copyright|sidebar|breadcrumb|erweima|friendlink",
    re.IGNORECASE,
)
LIKELY = re.compile(
    r"(?:^|[-_ ])(?:bottom|side|aside|location|position|share|bdshare|related|relate|recommend|"
    r"comment|comments|toolbar|search|login|banner|topbar|link|links|qrcode|qr|hot|rank|tags?|"
    r"pager|page-?nav|prev-?next|print)(?:$|[-_ \d])",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"UCAP-CONTENT|TRS_Editor|TRS_UEDITOR|trs_paper|vsb_content|v_news_content|js_content|"
    r"rich_media_content|article[-_]?(?:con|content|body|text|detail)|pages_content|news_?content|"
    r"con(?:tent)?_?text|detail[-_]?con|ueditor|wangeditor|news_conent|entry-content|post-content|"
    r"xxgk_content|info[-_]?content|wp_articlecontent|read|^zoom$|^content$|^article$|^text$",
    re.IGNORECASE,
)
KINDS = frozenset({"nav", "footer", "aside"})
NEVER = frozenset("html body p span td tr tbody table".split())
MUCH = 0.4  # of a page's text: what holds this share is no share bar, whatever it is called
NOTHING = 20  # characters outside: then there is no article but this


def is_furniture(element: HtmlElement) -> bool:
    """By its kind or its name the element is a part of the page, not of the text."""
    tag = name(element)
    if tag in KINDS:
        return True
    if tag in NEVER or is_text(element):
        return False
    called = _called(element)
    return bool(SURE.search(called) or LIKELY.search(called))


def is_text(element: HtmlElement) -> bool:
    """A name that content systems give to the box of an article's text."""
    names = [element.get("id", ""), *element.get("class", "").split()]
    return any(TEXT.search(word) for word in names if word)


def disbelieve(root: HtmlElement) -> None:
    """Take away names that the text belies: a "print" box around the article, links to files."""
    amounts = _amounts(root)
    whole = amounts[root]
    for element in list(root.iter()):
        if element is not root and is_furniture(element) and _belied(element, amounts, whole):
            _rename(element)


def forget_names(root: HtmlElement) -> None:
    """Nothing pasted is furniture: people copy what they mean."""
    for element in root.iter():
        if isinstance(element.tag, str) and is_furniture(element):
            _rename(element)


def _belied(element: HtmlElement, amounts: dict[HtmlElement, int], whole: int) -> bool:
    if any(is_text(inner) and amounts[inner] for inner in element.iterdescendants()):
        return True
    if name(element) in KINDS or SURE.search(_called(element)):
        return 0 < whole - NOTHING < amounts[element]
    return amounts[element] >= MUCH * whole > 0 or any(map(is_attachment, element.iter("a")))


def _rename(element: HtmlElement) -> None:
    element.tag = "div" if name(element) in KINDS else element.tag
    for attribute in ("id", "class"):
        element.attrib.pop(attribute, None)


def _called(element: HtmlElement) -> str:
    return f"{element.get('id', '')} {element.get('class', '')}"


def _amounts(root: HtmlElement) -> dict[HtmlElement, int]:
    """Characters outside links under each element; surely furniture counts only for itself."""
    amounts: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):  # children before their parents
        inside = sum(_passed_on(child, amounts) + _length(child.tail) for child in element)
        amounts[element] = 0 if name(element) == "a" else _length(element.text) + inside
    return amounts


def _passed_on(child: HtmlElement, amounts: dict[HtmlElement, int]) -> int:
    sure = name(child) in KINDS or (name(child) not in NEVER and SURE.search(_called(child)))
    return 0 if sure and not is_text(child) else amounts[child]


def _length(text: str | None) -> int:
    return len("".join((text or "").split()))
