"""What holds for one paragraph: what it says itself, then its style, then the file's defaults."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, child, name, number
from bulletins.document.docx.styles import Properties, Styles

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-6])\Z", re.IGNORECASE)
TITLE_NAMES = frozenset({"title", "标题"})
CAPTIONS = frozenset({"caption", "题注"})
BODY_LEVEL = 9  # outlineLvl of running text (ECMA-376, 17.3.1.20)
ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}


@dataclass(frozen=True, slots=True)
class Holding:
    """layers: the paragraph's own properties first. names: of its style and what that rests on."""

    style: str
    own: Properties
    layers: tuple[Properties, ...]
    names: tuple[str, ...]

    def value(self, wanted: str) -> str | None:
        """The w:val of the nearest property of that name, None where nothing says it."""
        for layer in self.layers:
            if wanted in layer and (found := attribute(layer[wanted], "w:val")):
                return found
        return None

    def heading(self) -> int | None:
        """1–6: the outline level + 1, or the level in a style's name where a writer forgot to set
        it.
        """
        if said := self.value("w:outlineLvl"):
            level = number(said, BODY_LEVEL)
            return min(level + 1, 6) if 0 <= level < BODY_LEVEL else None
        named = (_named_level(one) for one in self.names)
        return next((found for found in named if found), None)

    def align(self) -> str:
        """The alignment of a block: center, right or nothing."""
        return ALIGNMENTS.get(self.value("w:jc") or "", "")

    def own_align(self) -> str:
        """Only what was set by hand."""
        return ALIGNMENTS.get(_val(self.own, "w:jc"), "")

    def is_caption(self) -> bool:
        """题注, the line below a picture or above a table."""
        return any(one.lower() in CAPTIONS for one in self.names)


def properties_of(paragraph: _Element, styles: Styles) -> Holding:
    """Everything that holds for a paragraph, looked up once."""
    said = child(paragraph, "w:pPr")
    own = {name(one): one for one in said} if said is not None else {}
    style = _val(own, "w:pStyle")
    return Holding(style, own, (own, *styles.properties(style)), styles.names(style))


def _val(properties: Properties, wanted: str) -> str:
    return (attribute(properties[wanted], "w:val") or "") if wanted in properties else ""


def _named_level(style: str) -> int | None:
    said = style.strip()
    if said.lower() in TITLE_NAMES:
        return 1
    found = HEADING_NAME.match(said)
    return int(found[1]) if found else None
