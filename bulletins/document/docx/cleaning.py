"""Making a story plain before it is read: of two alternatives for one thing, one is kept."""

from lxml.etree import _Element

from bulletins.document.docx.names import children, within

# What makes an alternative worth taking: something to read or to look at.
MEANINGFUL = frozenset({"w:t", "a:blip", "v:imagedata", "m:t", "w:sym", "v:textpath"})


def choose_alternatives(root: _Element) -> None:
    """mc:AlternateContent says one thing twice: keep the choice, or the fallback where only that
    says it.
    """
    for alternate in within(root, "mc:AlternateContent"):
        options = [*children(alternate, "mc:Choice"), *children(alternate, "mc:Fallback")]
        telling = (option for option in options if _says_something(option))
        chosen = next(telling, options[0] if options else None)
        for option in list(alternate):
            if option is not chosen:
                alternate.remove(option)
        if chosen is not None:
            unwrap(chosen)
        unwrap(alternate)


def _says_something(option: _Element) -> bool:
    return bool(within(option, *MEANINGFUL))


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
