"""mc:AlternateContent: of two alternatives for one thing, one is kept (ECMA-376 part 3)."""

from lxml.etree import _Element

from bulletins.document.docx.cleaning.trees import unwrap
from bulletins.document.docx.names import children, within

# What makes an alternative worth taking: something to read or to look at.
MEANINGFUL = frozenset({"w:t", "a:blip", "v:imagedata", "m:t", "w:sym", "v:textpath"})


def choose_alternatives(root: _Element) -> None:
    """Keep the choice, or the fallback where only that says something."""
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
