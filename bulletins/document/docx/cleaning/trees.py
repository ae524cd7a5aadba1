"""Taking elements out of a tree."""

from lxml.etree import _Element


def unwrap(element: _Element) -> None:
    """Put the children of an element in its place."""
    if element.getparent() is not None:
        for inner in list(element):
            element.addprevious(inner)  # an index would be counted anew for each: quadratic
        remove(element)


def remove(element: _Element) -> None:
    """Take an element out of its tree, if it still is in one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
