"""Line ends of the source: a space, nothing between Chinese characters, or now and then a break.

Browsers print a space; but pages made from plain text rely on them: <p>一、时间\\n3月起…</p>.
"""

import re
from collections.abc import Sequence
from typing import Any

from lxml.html import HtmlElement

from bulletins.document.markers import read_marker
from bulletins.document.plain import EDGE

HAN = (
    "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\u2014\u2018-\u201d\u2026\U00020000-\U0003ffff]"
)
BETWEEN_HAN = re.compile(rf"(?<={HAN})[ \t]*\r?\n[ \t\r\n]*(?={HAN})")
LAST, FIRST = re.compile(rf"{HAN}[ \t\r\n]*\Z"), re.compile(rf"[ \t\r\n]*{HAN}")
BLANK = " \t\r\n"
CLOSED = re.compile(r"[。：；！？:;.!?）)”】]$")
SHORT = 40  # a heading on a line of its own is no longer; source wrapped at a margin is
Text = Any  # lxml's str that knows its element: getparent(), is_tail


def settle(line: HtmlElement, kept: bool) -> None:
    """Make the line ends of one paragraph what they mean; kept: they are breaks, as in <pre>."""
    texts = line.xpath(".//text()")
    whole = "".join(texts)
    if "\n" not in whole.strip():
        return
    if kept or (line.find(".//br") is None and _is_numbered(whole)):
        for text in texts:
            _break(text)
    else:
        _join(texts)


def _is_numbered(text: str) -> bool:
    """Lines that were typed as lines: one has a number, and each ends as a line ends."""
    lines = [line.strip(EDGE) for line in text.split("\n") if line.strip(EDGE)]
    marked = [bool(read_marker(line)) for line in lines]
    ended = (
        bool(CLOSED.search(line))
        or (mark and len(line) <= SHORT and not line.endswith(("，", "、")))
        for line, mark in zip(lines[:-1], marked, strict=False)
    )
    return len(lines) > 1 and any(marked) and all(ended)


def _break(text: Text) -> None:
    """Put <br> where the text has line ends."""
    first, *rest = text.split("\n")
    if rest:
        node = text.getparent()
        _set(text, first)
        breaks = [_br(node, line) for line in rest]
        if text.is_tail:
            parent = node.getparent()
            at = parent.index(node) + 1
            parent[at:at] = breaks
        else:
            node[0:0] = breaks


def _br(node: HtmlElement, after: str) -> HtmlElement:
    element: HtmlElement = node.makeelement("br")
    element.tail = after
    return element


def _join(texts: Sequence[Text]) -> None:
    """Drop line ends between Chinese characters, also where an element ends in between."""
    values = [BETWEEN_HAN.sub("", text) for text in texts]
    last = None  # the text before, if a Chinese character ends it
    for at, value in enumerate(values):
        if not value.strip(BLANK):
            continue
        if last is not None and FIRST.match(value) and "\n" in _gap(values[last : at + 1]):
            values[last] = values[last].rstrip(BLANK)
            values[last + 1 : at + 1] = [""] * (at - last - 1) + [value.lstrip(BLANK)]
        last = at if LAST.search(value) else None
    for text, value in zip(texts, values, strict=True):
        if text != value:
            _set(text, value)


def _gap(values: Sequence[str]) -> str:
    """The white space between the first and the last of these texts."""
    first, *between, last = values
    return "".join(
        [first[len(first.rstrip(BLANK)) :], *between, last[: len(last) - len(last.lstrip(BLANK))]]
    )


def _set(text: Text, value: str) -> None:
    node = text.getparent()
    if text.is_tail:
        node.tail = value
    else:
        node.text = value
