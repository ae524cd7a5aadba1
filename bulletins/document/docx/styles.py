"""What styles.xml says of paragraphs and runs: each property is looked up along basedOn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, child, children, name, number, value

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-6])\Z", re.IGNORECASE)
TITLE_NAMES = frozenset({"title", "标题"})
CAPTIONS = frozenset({"caption", "题注"})
BODY_LEVEL = 9  # outlineLvl of running text (ECMA-376, 17.3.1.20)
LONGEST_CHAIN = 30
ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}


@dataclass(slots=True)
class Styles:
    """The styles of one file by id."""

    by_id: dict[str, _Element] = field(default_factory=dict)
    default: dict[str, str] = field(default_factory=dict)  # "paragraph" → its default style
    run_defaults: _Element | None = None
    paragraph_defaults: _Element | None = None
    _chains: dict[str, tuple[_Element, ...]] = field(default_factory=dict)

    def chain(self, style: str | None, kind: str = "paragraph") -> tuple[_Element, ...]:
        """The style and what it is based on, nearest first; a loop or a missing style ends it."""
        wanted = style if style in self.by_id else self.default.get(kind, "")
        key = f"{kind}:{wanted}"
        if key not in self._chains:
            self._chains[key] = tuple(self._climb(wanted))
        return self._chains[key]

    def _climb(self, style: str | None) -> Iterator[_Element]:
        seen: set[str] = set()
        while style and style in self.by_id and style not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "w:basedOn")

    def name_of(self, style: str | None, kind: str = "paragraph") -> str:
        """The style's own name ("Heading 1", "标题 1"), whatever its id is; "" where unknown."""
        chain = self.chain(style, kind)
        return (value(chain[0], "w:name") or "") if chain else ""

    def paragraph_properties(self, paragraph: _Element) -> Iterator[_Element]:
        """The w:pPr that hold for a paragraph, nearest first."""
        own = child(paragraph, "w:pPr")
        if own is not None:
            yield own
        for style in self.chain(value(own, "w:pStyle")):
            yield from children(style, "w:pPr")
        if self.paragraph_defaults is not None:
            yield self.paragraph_defaults

    def heading(self, paragraph: _Element) -> int | None:
        """1–6: the outline level + 1, or the level in a style's name where a writer forgot to set
        it.
        """
        for properties in self.paragraph_properties(paragraph):
            if found := value(properties, "w:outlineLvl"):
                level = number(found, BODY_LEVEL)
                return min(level + 1, 6) if 0 <= level < BODY_LEVEL else None
        style = value(child(paragraph, "w:pPr"), "w:pStyle")
        named = (_named_level(one) for one in self.chain(style))
        return next((found for found in named if found), None)

    def is_caption(self, style: str) -> bool:
        """题注, the line below a picture or above a table."""
        return any((value(one, "w:name") or "").lower() in CAPTIONS for one in self.chain(style))

    def align(self, paragraph: _Element) -> str:
        """The alignment of a block: center, right or nothing."""
        for properties in self.paragraph_properties(paragraph):
            if found := value(properties, "w:jc"):
                return ALIGNMENTS.get(found, "")
        return ""


def _named_level(style: _Element) -> int | None:
    said = (value(style, "w:name") or "").strip()
    if said.lower() in TITLE_NAMES:
        return 1
    found = HEADING_NAME.match(said)
    return int(found[1]) if found else None


def read_styles(root: _Element | None) -> Styles:
    """Everything in styles.xml; a file without one has no styles."""
    styles = Styles()
    for element in root if root is not None else ():
        if name(element) == "w:docDefaults":
            styles.run_defaults = child(element, "w:rPrDefault", "w:rPr")
            styles.paragraph_defaults = child(element, "w:pPrDefault", "w:pPr")
        elif name(element) == "w:style":
            identity = attribute(element, "w:styleId") or ""
            styles.by_id.setdefault(identity, element)
            if (attribute(element, "w:default") or "") in ("1", "true", "on"):
                styles.default[attribute(element, "w:type") or ""] = identity
    return styles
