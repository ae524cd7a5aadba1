"""Word's lists in its HTML: paragraphs with mso-list, their mark printed in an ignorable span.

Bullets become real lists, nested by level, as in a .docx; so do items numbered 1) 2) 3). Other
automatic numbers stand in the text and are judged as numbers of sections, as in a .docx.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import html as lxml_html
from lxml.html import HtmlElement

from bulletins.document.plain import EDGE

LEVEL = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,3})[)）]")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph that is an item; mark: the span with its bullet or number (0: a bullet)."""

    element: HtmlElement
    mark: HtmlElement
    level: int
    number: int

    @property
    def tag(self) -> str:
        return "ol" if self.number else "ul"


def make_lists(root: HtmlElement) -> None:
    """Put the items of every list into lists; what is no list of this kind stays as it is."""
    row: list[Item] = []
    for item in list(_items(root)):
        if row and row[-1].element.getnext() is not item.element:
            _settle(row)
            row = []
        row.append(item)
    _settle(row)


def _items(root: HtmlElement) -> Iterator[Item]:
    for element in root.iter("p", "div"):
        place = LEVEL.search(element.get("style", ""))
        mark = _mark(element) if place else None
        if place and mark is not None and (number := _number(mark)) is not None:
            yield Item(element, mark, int(place[1]), number)


def _mark(element: HtmlElement) -> HtmlElement | None:
    spans = (span for span in element.iter("span") if IGNORED.search(span.get("style", "")))
    return next(spans, None)


def _number(mark: HtmlElement) -> int | None:
    """0 for a bullet, of which Word says one character of a symbol font (·, l, Ø) or a picture."""
    said = "".join(mark.itertext()).strip(EDGE)
    if found := NUMBERED.fullmatch(said):
        return int(found[1])
    pictured = not said and next(mark.iter("img"), None) is not None
    bullet = len(said) == 1 and not said.isnumeric() and not "\u4e00" <= said <= "\u9fff"
    return 0 if pictured or bullet else None


def _settle(row: Sequence[Item]) -> None:
    """One row of neighbours: numbers that do not count 1, 2, 3 are no list's, nor is one alone."""
    if _counts(row):
        _build(row)
        return
    for bullets, items in groupby(row, key=lambda item: not item.number):
        if bullets:
            _build(list(items))


def _counts(row: Sequence[Item]) -> bool:
    reached: dict[int, int] = {}
    for item in row:
        reached = {level: at for level, at in reached.items() if level <= item.level}
        if item.number and item.number != reached.get(item.level, 0) + 1:
            return False
        reached[item.level] = item.number
    return len(row) > 1 or not any(item.number for item in row)


def _build(row: Sequence[Item]) -> None:
    inside: list[tuple[Item, HtmlElement]] = []
    for item in row:
        while inside and _is_over(inside[-1][0], item):
            inside.pop()
        if not inside or inside[-1][0].level < item.level:
            made = lxml_html.Element(item.tag)
            if inside:
                inside[-1][1][-1].append(made)
            else:
                item.element.addprevious(made)
            inside.append((item, made))
        _put(item, inside[-1][1])


def _is_over(listed: Item, item: Item) -> bool:
    return listed.level > item.level or (listed.level == item.level and listed.tag != item.tag)


def _put(item: Item, into: HtmlElement) -> None:
    item.mark.drop_tree()
    item.element.tag, item.element.tail = "li", None
    item.element.attrib.pop("class", None)
    into.append(item.element)
