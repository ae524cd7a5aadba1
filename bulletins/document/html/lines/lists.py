"""Lists that are lists, and lists that are only the way an editor spells numbered paragraphs."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from bulletins.document.elements import name
from bulletins.document.markers import read_marker
from bulletins.document.numerals import to_chinese
from bulletins.document.parsing.top.labels import has_label
from bulletins.document.plain import squeeze

CHINESE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*(?:cjk-ideographic|cjk-decimal|(?:simp|trad)-chinese|japanese)",
    re.IGNORECASE,
)
PARAGRAPHS = 4  # blocks in one item: then it holds a text, not an entry


def is_list(element: HtmlElement) -> bool:
    """False where the items are paragraphs with numbers of their own, headings, whole texts, or
    facts of the page: 发布时间：…, 来源：…
    """
    items = _items(element)
    if items and all(has_label(squeeze("".join(item.itertext()))) for item in items):
        return False
    if CHINESE.search(_styles(element, items)) or any(_is_text(item) for item in items):
        return False
    marked = sum(bool(read_marker("".join(item.itertext()))) for item in items)
    return not items or marked < len(items) / 2


def labels(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The items, with the number that <ol> prints where it is a Chinese one: 一、"""
    items = _items(element)
    chinese = name(element) == "ol" and CHINESE.search(_styles(element, items))
    start = element.get("start", "")
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 4 else 1
    for number, item in enumerate(items, start=first):
        written = bool(read_marker("".join(item.itertext())))
        yield item, f"{to_chinese(number)}、" if chinese and not written else ""


def _items(element: HtmlElement) -> list[HtmlElement]:
    return [item for item in element if name(item) == "li"]


def _styles(element: HtmlElement, items: list[HtmlElement]) -> str:
    """What the list says of its marks, or its first item, as pastes from editors have it."""
    return ";".join(part.get("style", "") for part in [element, *items[:1]])


def _is_text(item: HtmlElement) -> bool:
    inside = [inner for inner in item.iter() if name(inner) in ("p", "div", "section", "table")]
    return len(inside) >= PARAGRAPHS or any(name(e) in ("h2", "h3", "h4") for e in item.iter())
