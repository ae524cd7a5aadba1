"""One cell: what a spreadsheet would take for a formula is made a text."""

from bulletins.document.plain import visible

Cell = str | int | None
# What begins a formula or a command in Excel, WPS or LibreOffice; full-width signs do in some.
SIGNS = "=+-@＝＋－＠\t\r\n"
LONGEST = 32_000  # characters; .xlsx has room for 32,767
CUT = "……（过长，已截断）"


def harmless(cell: Cell) -> str | int:
    """'=1+1 for =1+1; a number stays a number, and nothing that cannot be seen stays."""
    if cell is None:
        return ""
    return cell if isinstance(cell, int) else _text(visible(cell))


def _text(text: str) -> str:
    if len(text) > LONGEST:
        text = text[:LONGEST] + CUT
    # Some programs drop spaces at the head of a cell before they look at it.
    head = text[: len(text) - len(text.lstrip()) + 1]
    return f"'{text}" if any(sign in SIGNS for sign in head) else text
