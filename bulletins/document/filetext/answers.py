"""The answer of the program that read a file, held against what it may be.

It read bytes of a stranger, so it may have been made to say anything: what comes out of here is
text in the shape of ``leaves`` and nothing else.
"""

import json
from typing import Any

from bulletins.document.filetext.leaves import Cell, FileText, Leaf
from bulletins.document.plain import visible

MOST = 10_000_000  # pages, sheets, rows


def read_answer(data: bytes) -> FileText | None:
    """None for what is no answer."""
    try:
        said = json.loads(data)
        leaves = tuple(_leaf(leaf) for leaf in said["leaves"])
        return FileText(leaves, _count(said["pages"]), _count(said["sheets"]), bool(said["cut"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _leaf(said: dict[str, Any]) -> Leaf:
    leaf: Leaf = {"name": visible(str(said["name"]))}
    if "rows" in said:
        leaf["rows"] = [[_cell(cell) for cell in row] for row in said["rows"]]
        leaf["total"] = _count(said["total"]) or 0
    elif "lines" in said:
        leaf["lines"] = [visible(str(line)) for line in said["lines"]]
    else:
        leaf["html"] = visible(str(said["html"]))
    return leaf


def _cell(said: Any) -> Cell:
    if isinstance(said, str):
        return visible(said)
    text, across, down = said
    return visible(str(text)), _count(across) or 1, _count(down) or 1


def _count(said: Any) -> int | None:
    """Raises ValueError for what counts nothing."""
    if said is None:
        return None
    if type(said) is not int or not 0 <= said <= MOST:
        raise ValueError(said)
    return said
