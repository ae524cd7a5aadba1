"""What kinds of elements there are in markup: blocks, words in a line, and what nobody reads."""

from functools import lru_cache

from lxml.html import HtmlElement

from bulletins.document.vocabulary import INLINE, SYNONYMS

DEEPEST = 60  # nesting beyond this is an attack or a broken page; its text is kept flat
# Not for reading, with all they hold.
SILENT = frozenset(
    "script style template noscript iframe object embed svg math head title meta link base input "
    "button select option textarea canvas audio video map noembed noframes xml".split()
)
# They stand in a line of text and mean nothing to us.
FLOWING = frozenset(
    "span font small big mark cite code kbd samp var abbr q dfn label time bdi bdo ruby rb rt rp "
    "nobr wbr tt acronym data output".split()
)
IN_LINE = FLOWING | (INLINE - {"br"})


def name(element: HtmlElement) -> str:
    """The tag in our spelling, "" for comments and processing instructions."""
    return _spelt(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1000)  # pages may invent names
def _spelt(tag: str) -> str:
    tag = tag.lower().rpartition("}")[2]
    return SYNONYMS.get(tag, tag)


def is_block(child: HtmlElement, depth: int = 0) -> bool:
    """The element stands on lines of its own, or holds one that does: <strong><p>…</p></strong>."""
    tag = name(child)
    if tag in SILENT or not tag or depth > DEEPEST:
        return False
    if tag in INLINE or tag in FLOWING:
        return any(is_block(inner, depth + 1) for inner in child)
    return True
