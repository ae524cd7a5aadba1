"""Addresses that a document may hold."""

import re

from bulletins.document import plain
from bulletins.document.vocabulary import FILE_PREFIX, LINK_SCHEMES

FILE_NAME = re.compile(rf"{FILE_PREFIX}[0-9a-f]{{64}}\Z")
LONGEST_PLACE = 500
# What a person is told whose words are none; forms and verbs say it alike.
PLACES = "https://www.example.cn/… 或本站的 /articles/12/"
NO_PLACE = f"这不是可用的网址：请写成 {PLACES} 的样子"
PLACE = re.compile(r"/|https?://[^/?#]", re.IGNORECASE)
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")


def address(href: str) -> str:
    """An address a reader may follow (http, https, mailto, tel, our own /… and #…), else ""."""
    href = "".join(plain.visible(href).split())
    scheme = SCHEME.match(href)
    if scheme:
        word = scheme[0][:-1].lower()
        rooted = href[scheme.end() :].startswith("//") or not word.startswith("http")
        known = (word in LINK_SCHEMES and rooted) or FILE_NAME.match(href)
        return href if known else ""
    own = href.startswith(("/", "#")) and not href.startswith(("//", "/\\"))
    return href if own else ""


def place(said: str) -> str:
    """Where readers are sent (结果公告, 另见): of this site or http(s); else ""."""
    found = address(said.strip())
    return found if PLACE.match(found) and len(found) <= LONGEST_PLACE else ""
