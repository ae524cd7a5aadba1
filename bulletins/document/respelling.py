"""The allow-list writer behind ``body.normalise``: re-spells a parsed tree from known elements
only.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from bulletins.document import inline
from bulletins.document.elements import DEEPEST, SILENT, is_block, name
from bulletins.document.inline import Run, paragraph
from bulletins.document.runs import child_runs, flow
from bulletins.document.vocabulary import CLASSES


def blocks(parent: HtmlElement, depth: int = 0) -> Iterator[str]:
    """Blocks of a container; loose text between them becomes paragraphs."""
    loose: list[Run] = [Run(flow(parent.text))]
    for child in parent:
        if is_block(child):
            yield paragraph(loose, _css(parent))
            yield from _block(child, depth + 1)
            loose = []
        else:
            loose += child_runs(child, depth=depth + 1)
        loose.append(Run(flow(child.tail)))
    yield paragraph(loose, _css(parent))


def _block(child: HtmlElement, depth: int) -> Iterator[str]:
    tag = name(child)
    if depth > DEEPEST:
        yield paragraph([Run(flow("".join(child.itertext())))])
    elif tag in ("ul", "ol"):
        yield _list(child, tag, depth)
    elif tag == "table":
        yield from _table(child, depth)
    elif tag == "blockquote":
        inside = "".join(blocks(child, depth))
        yield f"<blockquote>{inside}</blockquote>" if inside else ""
    elif any(is_block(inner) for inner in child):
        yield from blocks(child, depth)
    else:
        yield paragraph(child_runs(child, depth=depth), _css(child))


def _css(element: HtmlElement) -> str:
    wanted = (element.get("class") or "").split()
    return next((name for name in wanted if name in CLASSES["p"]), "") if wanted else ""


def _list(element: HtmlElement, tag: str, depth: int) -> str:
    items = "".join(_items(element, depth))
    start = element.get("start", "")
    numbered = f' start="{int(start)}"' if tag == "ol" and _small(start) and start != "1" else ""
    return f"<{tag}{numbered}>{items}</{tag}>" if items else ""


def _items(element: HtmlElement, depth: int) -> Iterator[str]:
    """Items of a list; what stands between them, against the rules, becomes an item too."""
    yield _wrapped("li", [Run(flow(element.text))])
    for child in element:
        tag = name(child)
        if tag in ("ul", "ol") and depth < DEEPEST:
            inside = _list(child, tag, depth + 1)
            yield f"<li>{inside}</li>" if inside else ""
        elif tag:
            yield _item(child, depth)
        yield _wrapped("li", [Run(flow(child.tail))])


def _wrapped(tag: str, runs: list[Run]) -> str:
    inside = inline.html_of(inline.tidy(runs))
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _small(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) <= 4


def _item(element: HtmlElement, depth: int) -> str:
    """<li>: its own line, then lists inside it; other blocks become lines of it."""
    if name(element) != "li":
        return _wrapped("li", list(child_runs(element, depth=depth + 1)))
    lists, runs = [], [Run(flow(element.text))]
    for child in element:
        tag = name(child)
        if tag in ("ul", "ol") and depth < DEEPEST:
            lists.append(_list(child, tag, depth + 1))
        else:
            runs += child_runs(child, depth=depth + 1)
        runs.append(Run(flow(child.tail)))
    inside = inline.html_of(inline.tidy(runs)) + "".join(lists)
    return f"<li>{inside}</li>" if inside else ""


def _table(element: HtmlElement, depth: int) -> Iterator[str]:
    """The table, after whatever stands in it outside its rows (a caption, stray text)."""
    yield from _strays(element)
    rows = "".join(_row(row, depth) for row in _rows(element))
    if re.search(r">[^<]|<img", rows):
        yield f"<table><tbody>{rows}</tbody></table>"


def _strays(element: HtmlElement) -> Iterator[str]:
    yield paragraph([Run(flow(element.text))])
    for child in element:
        tag = name(child)
        if tag in ("tbody", "thead", "tfoot"):
            yield from _strays(child)
        elif tag == "tr":
            yield from _row_strays(child)
        elif tag not in SILENT and tag:
            yield paragraph(child_runs(child), "caption" if tag == "caption" else "")
        yield paragraph([Run(flow(child.tail))])


def _row_strays(row: HtmlElement) -> Iterator[str]:
    yield paragraph([Run(flow(row.text))])
    for child in row:
        if name(child) not in ("td", "th"):
            yield paragraph(child_runs(child))
        yield paragraph([Run(flow(child.tail))])


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if name(child) == "tr":
            yield child
        elif name(child) in ("tbody", "thead", "tfoot"):
            yield from _rows(child)


def _row(row: HtmlElement, depth: int) -> str:
    cells = "".join(_cell(cell, depth) for cell in row if name(cell) in ("td", "th"))
    return f"<tr>{cells}</tr>" if cells else ""


def _cell(cell: HtmlElement, depth: int) -> str:
    tag = name(cell)
    spans = "".join(
        f' {name}="{int(cell.get(name, ""))}"'
        for name in ("colspan", "rowspan")
        if _small(cell.get(name, "")) and cell.get(name) not in ("0", "1")
    )
    inside = [block for block in blocks(cell, depth + 1) if block]
    if len(inside) == 1 and inside[0].startswith("<p>"):
        inside = [inside[0][3:-4]]
    return f"<{tag}{spans}>{''.join(inside)}</{tag}>"
