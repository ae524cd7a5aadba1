"""How much prose stands where in a page.

Prose is text outside links that has the punctuation of sentences. Menus and footers have little of
it; lists of teasers (a linked title, a few words) have none.
"""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from bulletins.document.elements import IN_LINE, SILENT, name
from bulletins.document.html.finding.page_words import is_metadata
from bulletins.document.html.opening.furniture import is_furniture, is_sure, is_text
from bulletins.document.html.opening.links import is_attachment
from bulletins.document.parsing.furniture import is_furniture as is_page_line
from bulletins.document.plain import EDGE

SENTENCE = re.compile("[。；！？，!?;]")
LEAST = 8  # characters of a sentence
WEAK = 0.1  # what a character counts for that is in no sentence
TEASERS = 4  # so many items that begin with a link are a list of other pages
TITLED = 4  # characters of a link that can be the title of a page
BEFORE = 12  # characters that may stand before such a link: a date, a bullet
MOST = 200  # characters of a line that may be furniture


@dataclass(slots=True)
class Amount:
    """Prose under one element: all of it, outside menus and footers, outside all furniture."""

    whole: float = 0.0
    outside_sure: float = 0.0
    free: float = 0.0
    words: list[str] = field(default_factory=list)  # of a line that has not ended yet
    size: int = 0  # characters
    link: int | None = None  # characters before the first link to another page

    def add_text(self, text: str | None) -> None:
        if text:
            self.words.append(text)
            self.size += len("".join(text.split()))

    def add(self, inner: "Amount") -> None:
        if self.link is None and inner.link is not None:
            self.link = self.size + inner.link
        self.whole += inner.whole
        self.outside_sure += inner.outside_sure
        self.free += inner.free
        self.words += inner.words
        self.size += inner.size

    def end_line(self) -> None:
        said = weight("".join(self.words))
        self.whole, self.outside_sure, self.free, self.words = (
            *(amount + said for amount in (self.whole, self.outside_sure, self.free)),
            [],
        )


def weight(line: str) -> float:
    """What a line counts for: all its characters if it is a sentence, else little.

    A line of facts counts for nothing: a box of nothing else is never the article.
    """
    size = len("".join(line.split()))
    if not size or (size <= MOST and (is_page_line(line) or _is_facts(line.strip(EDGE)))):
        return 0.0
    return size * (1.0 if size > LEAST and SENTENCE.search(line) else WEAK)


def _is_facts(line: str) -> bool:
    """时间：2024-03-01, 来源：示范网, 责任编辑：某某"""
    return is_metadata(line) and "。" not in line.rstrip("。")


class Prose:
    """How much prose stands under each element of a page."""

    def __init__(self, root: HtmlElement) -> None:
        self._amounts: dict[HtmlElement, Amount] = {}
        for element in reversed(list(root.iter())):  # children before their parents
            self._amounts[element] = self._amount(element)

    def of(self, element: HtmlElement) -> Amount:
        """Its prose; a piece of a line has none of its own."""
        return self._amounts.get(element) or Amount()

    def _amount(self, element: HtmlElement) -> Amount:
        tag = name(element)
        if not tag or tag in SILENT:
            return Amount()
        if tag == "a":
            return _linked(element)
        amount = Amount()
        amount.add_text(element.text)
        for child in element:
            amount.add(self._amounts[child])
            amount.add_text(child.tail)
        if tag not in IN_LINE:
            amount.end_line()
            self._discount(element, amount)
        return amount

    def _discount(self, element: HtmlElement, amount: Amount) -> None:
        if self._is_teasers(element):
            amount.whole = amount.outside_sure = amount.free = 0.0
        elif is_furniture(element):
            amount.free = 0.0
            amount.outside_sure = 0.0 if is_sure(element) else amount.outside_sure

    def _is_teasers(self, element: HtmlElement) -> bool:
        if len(element) < TEASERS or is_text(element):
            return False
        items = [self._amounts[child] for child in element if name(child) not in ("", "br")]
        begun = sum(item.link is not None and item.link <= BEFORE for item in items)
        return len(items) >= TEASERS and begun >= 0.8 * len(items)


def _linked(link: HtmlElement) -> Amount:
    size = len("".join("".join(link.itertext()).split()))
    return Amount(size=size, link=0 if size >= TITLED and not is_attachment(link) else None)
