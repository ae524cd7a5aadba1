"""HTML of the document vocabulary: one spelling for every text, and cutting it without tearing it.

``normalise`` knows an allow-list only, so nothing else can come through; ``sanitise.clean`` puts
nh3's HTML5 parser before it.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from lxml import html as lxml_html
from lxml.html import HtmlElement, HTMLParser

from bulletins.document import inline, plain, respelling
from bulletins.document.addresses import address
from bulletins.document.inline import Run
from bulletins.document.nesting import nested
from bulletins.document.runs import child_runs, runs_of
from bulletins.document.vocabulary import BLOCKS, INNER

__all__ = [
    "address",
    "cut",
    "normalise",
    "paragraph",
    "parse_fragment",
    "plain_of",
    "runs_of",
    "split",
    "text_of",
    "tidy_runs",
]

BOXES = re.compile("<(?:table|ul|ol|blockquote)")
TAG = re.compile("<[^>]*>")  # in normalised HTML no attribute holds a >
# huge_tree: without it libxml2 drops what is nested deeper than 256; with it, what is deeper than
# 2,048. Whatever has enough tags for that is made well nested first, with a bounded depth.
PARSER = HTMLParser(huge_tree=True)
MANY = 2_000  # tags


def normalise(html: str) -> str:
    """Spell HTML in the document vocabulary. Text is kept, unknown elements are opened up."""
    if not html.strip(plain.EDGE):
        return ""
    return "".join(respelling.blocks(parse_fragment(html)))


def parse_fragment(html: str) -> HtmlElement:
    """An element holding the fragment; never raises on broken markup."""
    markup = plain.CONTROL.sub("", html)
    markup = nested(markup) if markup.count("<") > MANY else markup
    page = f"<html><body>{markup}</body></html>"
    body: HtmlElement = lxml_html.document_fromstring(page, parser=PARSER).find("body")
    return body


def paragraph(text: str, css: str = "") -> str:
    """Plain text (newline = break) as one normalised paragraph, "" when there is nothing to
    print.
    """
    if inline.is_tidy(text):
        said = escape(text, quote=False)
        return f'<p class="{css}">{said}</p>' if css else f"<p>{said}</p>"
    return inline.paragraph([Run(text)], css)


def spelt(text: str) -> tuple[str, str]:
    """Plain text as one normalised paragraph, and what that prints: most lines are fit as they
    are.
    """
    html = paragraph(text)
    return html, text if inline.is_tidy(text) else text_of(html)


def plain_of(html: str) -> str:
    """The words of ONE normalised paragraph that holds nothing else; "" of any other block."""
    inside = html[len("<p>") : -len("</p>")]
    plain = html.startswith("<p>") and "<" not in inside and "&" not in inside
    return inside if plain and inline.is_tidy(inside) else ""


def tidy_runs(block: str) -> list[Run]:
    """What ONE normalised paragraph prints."""
    if words := plain_of(block):
        return [Run(words)]
    return inline.tidy(runs_of(parse_fragment(block)[0]))


def text_of(html: str) -> str:
    """The text of normalised HTML: breaks and blocks end lines, cells are parted by tabs."""
    if BOXES.search(html):
        return "\n".join(_lines(parse_fragment(html)))
    return "\n".join(_paragraph_lines(html))


def _paragraph_lines(html: str) -> Iterator[str]:
    """The lines of mere paragraphs, ten times faster than by parsing."""
    for paragraph in html.split("</p>"):
        text = unescape(TAG.sub("", paragraph.replace("<br>", "\n")))
        if text.strip(plain.EDGE):
            yield text


def cut(html: str, start: int, end: int | None = None) -> str:
    """The part of ONE normalised paragraph that prints text_of(html)[start:end], as a paragraph."""
    return split(html, [start] if end is None else [start, end])[1]


def split(html: str, offsets: Sequence[int]) -> list[str]:
    """ONE normalised paragraph cut at offsets of its text: len(offsets) + 1 paragraphs, "" where
    empty.
    """
    inside = html[len("<p>") : -len("</p>")]
    if html.startswith("<p>") and "<" not in inside and "&" not in inside:  # most lines
        ends = zip([0, *offsets], [*offsets, len(inside)], strict=True)
        return [spelt(inside[start:end].strip(plain.EDGE))[0] for start, end in ends]
    element = parse_fragment(html)[0]
    pieces = inline.split(inline.tidy(runs_of(element)), offsets)
    return [inline.paragraph(piece, element.get("class", "")) for piece in pieces]


def _lines(element: HtmlElement) -> Iterator[str]:
    """The lines of a container: its own text first, then its blocks in order."""
    runs: list[Run] = [Run(element.text or "")]
    for child in element:
        if child.tag in BLOCKS or child.tag in INNER:
            yield from _inline_line(runs)
            yield from [_row(child)] if child.tag == "tr" else _lines(child)
            runs = []
        else:
            runs += child_runs(child)
        runs.append(Run(child.tail or ""))
    yield from _inline_line(runs)


def _inline_line(runs: list[Run]) -> Iterator[str]:
    text = inline.text_of(runs)
    if text.strip(plain.EDGE):
        yield text


def _row(row: HtmlElement) -> str:
    return "\t".join("\n".join(_lines(cell)) for cell in row)
