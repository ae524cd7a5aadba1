"""A page as a reader gets it, read so that one can ask what stands where."""

import re
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from bulletins.public.furniture import Furniture

SPACES = re.compile(r"\s+")
CODE = ("script", "style", "template", "noscript")


@dataclass(frozen=True)
class Seen:
    """address: its path. name: of that address in the URL table. tree: as a browser reads it."""

    address: str
    status: int
    name: str
    around: Furniture
    tree: HtmlElement

    def all(self, xpath: str) -> list[HtmlElement]:
        return list(self.tree.xpath(xpath))

    def metas(self, name: str) -> list[str]:
        """What every meta tag of that name says."""
        return [one.get("content") or "" for one in self.all(f'//meta[@name="{name}"]')]

    def meta(self, name: str) -> str:
        return next(iter(self.metas(name)), "")

    def text(self, xpath: str) -> str:
        """The text of the first that is found, "" for none."""
        return text_of(found[0]) if (found := self.all(xpath)) else ""

    @property
    def is_article(self) -> bool:
        return self.name == "article" and self.status == 200

    @property
    def is_filed(self) -> bool:
        """A page of a column, or of an article, which stands in one."""
        kinds = ("article", "part", "column", "share")
        return self.status == 200 and self.name.removesuffix("-month") in kinds

    @property
    def whole_address(self) -> str:
        return self.around.address + self.address


def read(address: str, status: int, name: str, around: Furniture, content: bytes) -> Seen:
    tree = html.document_fromstring(content.decode(), base_url=None)
    return Seen(address, status, name, around, tree)


def text_of(element: HtmlElement) -> str:
    """In one line, without code."""
    words = [
        str(piece)
        for piece in element.xpath(".//text()")
        if piece.getparent() is not None and piece.getparent().tag not in CODE
    ]
    return SPACES.sub(" ", "".join(words)).strip()
