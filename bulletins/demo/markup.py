"""A text of the demo as the HTML that a browser's clipboard would hold."""

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from itertools import groupby

from bulletins.demo.pictures import draw

PICTURE = re.compile(r"!\[(?P<alt>[^\]]+)\]\((?P<drawn>[^)]+)\)")
LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")


def html_of(text: str) -> str:
    """Title first, then a paragraph, a row of a table or a picture a line."""
    title, *lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = "\n".join(_blocks(lines))
    return f"<div>\n<h1>{escape(title)}</h1>\n{blocks}\n</div>"


def _blocks(lines: list[str]) -> Iterator[str]:
    for rows, group in groupby(lines, key=lambda line: line.startswith("|")):
        together = list(group)
        yield from [_table(together)] if rows else map(_line, together)


def _table(lines: list[str]) -> str:
    head, *rest = [[_inline(cell.strip()) for cell in line.strip("|").split("|")] for line in lines]
    rows = [_row(head, "th"), *(_row(cells, "td") for cells in rest)]
    return f"<table>{''.join(rows)}</table>"


def _row(cells: list[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def _line(line: str) -> str:
    if found := PICTURE.fullmatch(line):
        data = b64encode(draw(found["drawn"])).decode()
        return f'<p><img alt="{escape(found["alt"])}" src="data:image/png;base64,{data}"></p>'
    return f"<p>{_inline(line)}</p>"


def _inline(text: str) -> str:
    linked = LINK.sub(r'<a href="\2">\1</a>', escape(text, quote=False))
    return BOLD.sub(r"<strong>\1</strong>", linked)
