"""Understanding what came in, with the regions as this office knows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bulletins.document.blocks import Source
from bulletins.document.html import read_html
from bulletins.document.notices import Unreadable
from bulletins.document.parse import Reading, parse
from bulletins.document.reading import read_file
from bulletins.document.text.reading import read_text
from regions.directory import gazetteer

SHOWN = 120  # characters of a line that a notice is about


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading, and what stands in the lines its notices are about."""

    reading: Reading
    lines: Mapping[int, str]


def understand(data: bytes, name: str = "") -> Understood:
    """A .docx, a saved page or a text file. Raises Unreadable with a sentence."""
    return _parsed(read_file(data, name))


def understand_paste(text: str, html: str = "") -> Understood:
    """What a browser's clipboard held: its HTML where that says something, else its text."""
    if not (text.strip() or html.strip()):
        raise Unreadable("没有内容：请先复制，再粘贴到框中")
    if "<" in html:
        try:
            return _parsed(read_html(html))
        except Unreadable:
            if not text.strip():
                raise
    return _parsed(read_text(text))


def _parsed(source: Source) -> Understood:
    reading = parse(source, gazetteer())
    noted = {notice.line for notice in reading.notices}
    lines = {one.line: one.text[:SHOWN] for one in source.blocks if one.line in noted}
    return Understood(reading, lines)
