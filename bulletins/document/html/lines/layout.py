"""Tables that only place things, as pages did before style sheets; all others say something."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from bulletins.document.elements import name

LINES = 3  # paragraphs or breaks in one cell: it holds a text, not a value
MOST = 0.6  # of a table's text in one such cell
LAYOUT = "Layout"  # no attribute from a page: those are in small letters


def is_layout(table: HtmlElement) -> bool:
    """One cell a row, tables in it and no lines around, one cell with nearly all of the text, or
    it held the article.
    """
    if table.get(LAYOUT) or max(map(_width, _rows(table)), default=0) <= 1:
        return True
    if table.find(".//table") is not None and table.get("border", "0") in ("", "0"):
        return True
    whole = len("".join(table.itertext()).strip())
    cells = [cell for cell in table.iter("td") if _lines(cell) >= LINES]
    return any(len("".join(cell.itertext()).strip()) > MOST * whole for cell in cells)


def mark_layout(article: HtmlElement) -> None:
    """The tables around the article place it, however many cells their other rows have."""
    for table in article.iterancestors("table"):
        table.set(LAYOUT, "yes")


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """Its own rows, not those of tables in it."""
    for child in table:
        if name(child) == "tr":
            yield child
        elif name(child) in ("tbody", "thead", "tfoot"):
            yield from _rows(child)


def _width(row: HtmlElement) -> int:
    """Its cells, but for those that only keep a distance."""
    cells = (cell for cell in row if name(cell) in ("td", "th"))
    return sum(bool("".join(cell.itertext()).strip()) or _pictured(cell) for cell in cells)


def _pictured(cell: HtmlElement) -> bool:
    return cell.find(".//img") is not None


def _lines(cell: HtmlElement) -> int:
    return sum(1 for _ in cell.iter("p", "div", "br"))
