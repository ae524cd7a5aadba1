"""Addresses of a page: its own, and those in it, made whole where its own is known."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bulletins.document.file_names import is_file, is_file_name

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")
OWN_WORDS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
NAMES = {"a": ("href",), "img": ("src", "data-src", "data-original")}
HEAD = 4096  # characters in which browsers put where a page was saved from


def page_address(root: HtmlElement, markup: str, saved: str = "") -> str:
    """Where the page says that it stands; saved: what the archive says around it. "" if unknown.

    A word for the site as a whole ("https://example.org/") is none for the page.
    """
    said = (str(value).strip() for path in OWN_WORDS for value in root.xpath(path))
    comment = SAVED_FROM.search(markup[:HEAD])
    found = [*said, *([comment[1]] if comment else []), saved]
    return next((value for value in found if _is_page(value)), "")


def resolve(root: HtmlElement, address: str) -> None:
    """Relative addresses become whole where the base is known; links to files stay in one line."""
    for link in filter(is_attachment, root.iter("a")):
        for inner in link.iterdescendants("p", "div", "section", "h3", "h4"):
            inner.tag = "span"  # a box inside would open the link up and lose its address
    base = next((value for value in _bases(root) if _is_web(value)), address)
    if not base:
        return
    for element, names in ((e, NAMES[e.tag]) for e in root.iter(*NAMES)):
        for name in names:
            value = element.get(name, "").strip()
            if value and not value.startswith("#") and not _scheme(value):
                element.set(name, _joined(base, value))


def let_go(element: HtmlElement) -> None:
    """Addresses that are still relative mean nothing elsewhere: their words stay, unlinked."""
    for link in element.iter("a"):
        if not _scheme(link.get("href", "").strip()):
            link.attrib.pop("href", None)


def _bases(root: HtmlElement) -> Iterator[str]:
    yield from (str(value).strip() for value in root.xpath("//base/@href"))


def is_attachment(link: HtmlElement) -> bool:
    """The link has words and leads to a file, not to a page."""
    words = "".join(link.itertext())
    return bool(words.strip()) and (is_file(link.get("href", "")) or is_file_name(words))


def _is_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return _is_web(address) and bool(parts.path.strip("/") or parts.query)


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # http://[…
        return ""


def _scheme(href: str) -> str:
    """The scheme of an address, "" where it has none or is broken."""
    try:
        return urlsplit(href).scheme
    except ValueError:
        return "broken"
