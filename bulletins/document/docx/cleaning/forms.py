"""Fields of old forms (w:ffData): a box to tick, a list to choose from."""

from lxml.etree import _Element

from bulletins.document.docx.names import child, children, number, switch, value

TICKED, EMPTY = "☑", "□"


def shown(begin: _Element) -> str:
    """What the form field prints at its first step, "" where that is no box and no list."""
    data = child(begin, "w:ffData")
    box, listed = child(data, "w:checkBox"), child(data, "w:ddList")
    if box is not None:
        ticked = switch(box, "w:checked")
        return TICKED if (switch(box, "w:default") if ticked is None else ticked) else EMPTY
    return _chosen(listed) if listed is not None else ""


def _chosen(listed: _Element) -> str:
    entries = [value(one) or "" for one in children(listed, "w:listEntry")]
    at = number(value(listed, "w:result"), number(value(listed, "w:default")))
    return entries[at] if 0 <= at < len(entries) else ""
