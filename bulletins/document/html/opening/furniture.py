"""What sites call the parts of a page; a name is believed unless the text belies it."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

from bulletins.document.elements import name

EDGE_LEFT, EDGE_RIGHT = r"(?:^|[-_ ])", r"(?:$|[-_ \d])"
HOLDERS = "(?:content|main|body|wrap|detail)"  # "hot-content" is a content, not a list
SURE = re.compile(
    rf"{EDGE_LEFT}(?:nav|menu|foot|crumbs?|ft){EDGE_RIGHT}"
    r"|footer|copyright|sidebar|breadcrumb|erweima|friendlink",
    re.IGNORECASE,
)
# What readers and sites add to a text.
BESIDE = re.compile(
    rf"{EDGE_LEFT}(?:share|bdshare|related|relate|recommend|comments?|cmt|pinglun|liuyan|"
    r"qrcode|qr|ewm|prev-?next|dashang|tuijian|fenxiang|xiangguan|"
    rf"xg(?:yd|wd|zc|xw|wz|lj|jd|bd|nr)|ads?|advert){EDGE_RIGHT}"
    rf"|{EDGE_LEFT}(?:search|login|hot|rank)(?:$|[ \d]|[-_](?!{HOLDERS}))",
    re.IGNORECASE,
)
# Names of bars and columns that page makers also give to boxes around everything.
AROUND = re.compile(
    rf"{EDGE_LEFT}(?:bottom|side|aside|location|position|toolbar|banner|topbar|links?|tags?|"
    rf"pager|page-?nav|print)(?:$|[ \d]|[-_](?!{HOLDERS}))",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"UCAP-CONTENT|TRS_|vsb_content|v_news_content|js_content|rich_media_content|pages_content|"
    r"article[-_]?(?:con|content|body|text|detail)|"
    r"(?:^|[-_])(?:art|arti|news|info|detail|xl|gk|xxgk|wz|view|post|print|bt)"
    r"[-_]?(?:con|cont|content|body|text|txt)\d?$|"
    r"con(?:tent)?_?text|detail[-_]?con|ueditor|wangeditor|news_conent|entry-content|"
    r"wp_articlecontent|endtext|artbody|txt_con|zhengwen|neirong|"
    r"^zoom$|^content$|^article$|^text$|^read$|^nr$|^zw$|_nr$|_zw$",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"^(?:\w*[-_]?(?:title|tit|headline|biaoti)|bt|subject|articletitle)\d*$", re.IGNORECASE
)
OTHER_TITLES = re.compile(r"sub|side|list|column|lanmu|site|box|related|dir|pos", re.IGNORECASE)
KINDS = frozenset({"nav", "footer", "aside"})
NOTHING: frozenset[str] = frozenset()
NEVER = frozenset("html body p span font td tr tbody table h1 h2 h3 h4 h5 h6 a img br".split())


def is_furniture(element: HtmlElement) -> bool:
    """By its kind or its name the element is a part of the page, not of the text."""
    if is_sure(element):
        return True
    return name(element) not in NEVER and bool(_meanings(element) & {"beside", "around"})


def is_sure(element: HtmlElement) -> bool:
    """A menu, a breadcrumb, a footer: never part of a text."""
    tag = name(element)
    return tag in KINDS or (tag not in NEVER and "sure" in _meanings(element))


def is_around(element: HtmlElement) -> bool:
    """Furniture of a name that may also be that of a box around everything."""
    meanings = _meanings(element)
    return "around" in meanings and "beside" not in meanings


def is_text(element: HtmlElement) -> bool:
    """A name that content systems give to the box of an article's text."""
    return "text" in _meanings(element)


def is_title(element: HtmlElement) -> bool:
    """A name that sites give to the box of an article's title."""
    return "title" in _meanings(element)


def forget(element: HtmlElement) -> None:
    """The element is no furniture, whatever it is called."""
    element.tag = "div" if name(element) in KINDS else element.tag
    for attribute in ("id", "class"):
        element.attrib.pop(attribute, None)


def _meanings(element: HtmlElement) -> frozenset[str]:
    called, kind = element.get("id"), element.get("class")
    return _meanings_of(called or "", kind or "") if called or kind else NOTHING


@lru_cache(maxsize=5_000)
def _meanings_of(called: str, kind: str) -> frozenset[str]:
    """What the names of an element may mean; the name of a text excludes that of furniture."""
    words = [word for word in (called, *kind.split()) if word]
    title = any(TITLE.match(word) and not OTHER_TITLES.search(word) for word in words)
    titled = {"title"} if title else set()
    if any(TEXT.search(word) for word in words):
        return frozenset({"text"} | titled)
    patterns = {"sure": SURE, "beside": BESIDE, "around": AROUND}
    found = {m for m, pattern in patterns.items() if pattern.search(f"{called} {kind}")}
    return frozenset(found | titled)
