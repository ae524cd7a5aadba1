"""Where the text is from, in small letters below it; addresses are links."""

import re
from collections.abc import Iterator

from bulletins.document.colophon import Colophon
from bulletins.document.docx.ink import element, fonts, size, text
from bulletins.document.docx.printing.sheet import Sheet

ADDRESS = re.compile(r"(https?://\S+)")
FONT, POINTS, LINE = "宋体", 10.5, 18


def colophon(said: Colophon, sheet: Sheet) -> Iterator[str]:
    """A rule above the first line; nothing of it is one of the text's own kinds of paragraph."""
    for at, line in enumerate(said.lines()):
        pieces = [piece for piece in ADDRESS.split(line) if piece]
        inner = [_piece(piece, sheet) for piece in pieces]
        yield element("w:p", _properties(first=at == 0), *inner)


def _piece(words: str, sheet: Sheet) -> str:
    run = element("w:r", element("w:rPr", fonts(FONT), *size(POINTS)), text(words))
    return sheet.link(words, [run]) if ADDRESS.fullmatch(words) else run


def _properties(*, first: bool) -> str:
    rule = element("w:top", val="single", sz=4, space=6, color="auto")
    spacing = {"before": LINE * 20 * 2 if first else 0, "line": LINE * 20, "lineRule": "exact"}
    return element(
        "w:pPr",
        element("w:keepNext"),  # it stands on one page
        *([element("w:pBdr", rule)] if first else []),
        element("w:spacing", **spacing),
        element("w:jc", val="left"),
    )
