"""<blockquote>: a quotation, or the way old editors indent whole texts."""

import re

from lxml.html import HtmlElement

from bulletins.document.elements import name
from bulletins.document.markers import is_chapter, read_marker
from bulletins.document.parsing.dates import only_date
from bulletins.document.plain import EDGE

LONGEST = 600  # characters; what is longer is an indented text
# What the "indent" button of browsers writes.
INDENTED = re.compile(r"margin(?:-right)?\s*:\s*0|border\s*:\s*none", re.IGNORECASE)
STRUCTURE = frozenset("h1 h2 h3 h4 h5 h6 table ul ol".split())


def is_quotation(element: HtmlElement) -> bool:
    """Words that somebody said, kept as such; what has a structure of its own is opened."""
    if INDENTED.search(element.get("style", "")) or element.get("dir"):
        return False
    if any(name(inner) in STRUCTURE for inner in element.iterdescendants()):
        return False
    lines = [line.strip(EDGE) for line in element.itertext()]
    said = [line for line in lines if line]
    return 0 < sum(map(len, said)) <= LONGEST and not any(map(_is_structure, said))


def _is_structure(line: str) -> bool:
    return bool(read_marker(line) or is_chapter(line) or only_date(line))
