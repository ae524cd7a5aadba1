"""Addresses of a page: made whole where its own address is known, otherwise let go."""

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bulletins.document.file_names import is_file, is_file_name

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")
OWN_WORDS = (
    "//base/@href",
    "//link[@rel='canonical']/@href",
    "//meta[@property='og:url']/@content",
)
HEAD = 4096  # characters in which browsers put where a page was saved from


def resolve(root: HtmlElement, markup: str) -> None:
    """Relative addresses mean nothing elsewhere: whole where the base is known, else no link."""
    base = _base(root, markup)
    for link in root.iter("a"):
        href = link.get("href", "").strip()
        if href and not _scheme(href):
            link.set("href", _joined(base, href))
        if is_attachment(link):  # boxes inside would open it up and lose the address
            for inner in link.iterdescendants("p", "div", "section", "h3", "h4"):
                inner.tag = "span"


def is_attachment(link: HtmlElement) -> bool:
    """The link has words and leads to a file, not to a page."""
    words = "".join(link.itertext())
    return bool(words.strip()) and (is_file(link.get("href", "")) or is_file_name(words))


def _base(root: HtmlElement, markup: str) -> str:
    saved = SAVED_FROM.search(markup[:HEAD])
    said = (str(value).strip() for path in OWN_WORDS for value in root.xpath(path))
    found = [*said, *([saved[1]] if saved else [])]
    return next((value for value in found if value.startswith(("http://", "https://"))), "")


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href) if base and not href.startswith("#") else ""
    except ValueError:  # http://[…
        return ""


def _scheme(href: str) -> str:
    """The scheme of an address, "" where it has none or is broken."""
    try:
        return urlsplit(href).scheme
    except ValueError:
        return "broken"
