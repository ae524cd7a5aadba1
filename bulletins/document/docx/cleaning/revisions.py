"""Tracked changes, as if 接受所有修订 had been pressed: insertions stay, deletions go."""

from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document.docx.cleaning.trees import remove, unwrap
from bulletins.document.docx.names import child, name, within

GOING = frozenset({"w:del", "w:moveFrom"})
STAYING = frozenset({"w:ins", "w:moveTo"})
# Former fonts, indents, sections: the present look is the accepted one.
FORMER = frozenset(
    "w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:tblPrExChange "
    "w:sectPrChange w:numberingChange w:tblGridChange".split()
)
PROPERTIES = frozenset({"w:rPr", "w:trPr", "w:numPr", "w:tcPr", "m:ctrlPr"})


def accept(root: _Element) -> int:
    """Accept every change in this tree; the number of changes, about as Word counts them."""
    return sum(
        (
            _drop_deletions(root),
            _drop_former_looks(root),
            _rows(root),
            _marks(root),
            _keep_insertions(root),
        )
    )


def _drop_deletions(root: _Element) -> int:
    found = [element for element in within(root, *GOING) if _holds_text(element)]
    outermost = [
        element for element in found if not any(name(up) in GOING for up in element.iterancestors())
    ]
    for element in found:
        remove(element)
    return len(outermost)


def _holds_text(element: _Element) -> bool:
    """<w:ins> around runs, not the flag of that name on a paragraph mark, a row or a number."""
    parent = element.getparent()
    return parent is not None and name(parent) not in PROPERTIES


def _drop_former_looks(root: _Element) -> int:
    found = within(root, *FORMER)
    for element in found:
        remove(element)
    return len(found)


def _rows(root: _Element) -> int:
    """Rows and cells: deleted ones go, a table without rows goes with them."""
    count = 0
    for element in within(root, "w:trPr", "w:tcPr"):
        flags = {name(flag) for flag in element}
        if flags & {"w:del", "w:cellDel"}:
            count += 1
            _drop_row(element.getparent())
        elif flags & {"w:ins", "w:cellIns"}:
            count += 1
    return count


def _drop_row(row: _Element | None) -> None:
    parent = None if row is None else row.getparent()
    if row is None or parent is None:
        return
    parent.remove(row)
    if not any(name(other) in ("w:tr", "w:tc") for other in parent):
        remove(parent)


def _marks(root: _Element) -> int:
    """A deleted paragraph mark joins its paragraph to the next one."""
    count = 0
    for paragraph in reversed(within(root, "w:p")):  # from the end: each run is moved only once
        mark = child(paragraph, "w:pPr", "w:rPr")
        flags = {name(flag) for flag in mark} if mark is not None else set()
        if not flags & (GOING | STAYING):
            continue
        # Word counts a mark together with the text before it.
        count += not any(name(inner) in STAYING for inner in paragraph)
        if flags & GOING:
            _join_to_next(paragraph)
    return count


def _join_to_next(paragraph: _Element) -> None:
    following = paragraph.getnext()
    while following is not None and name(following).startswith("w:bookmark"):
        following = following.getnext()
    if following is None or name(following) != "w:p":
        if not any(True for _ in _content(paragraph)):
            remove(paragraph)  # before a table nothing is left of it, not even its number
        return
    # Properties come first. To look further, or to count, would take longer each time.
    first = next(following.iterchildren(), None)
    at = 1 if first is not None and name(first) == "w:pPr" else 0
    for inner in reversed([inner for inner in paragraph if name(inner) != "w:pPr"]):
        following.insert(at, inner)
    remove(paragraph)


def _content(paragraph: _Element) -> Iterator[_Element]:
    marks = ("w:pPr", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd")
    return (inner for inner in paragraph if name(inner) not in marks)


def _keep_insertions(root: _Element) -> int:
    found = [element for element in within(root, *STAYING) if _holds_text(element)]
    for element in found:
        unwrap(element)
    return len(found)
