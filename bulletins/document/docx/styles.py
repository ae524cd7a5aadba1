"""What styles.xml says: each style, and what it is based on, nearest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, child, children, name, value

LONGEST_CHAIN = 30

Properties = Mapping[str, _Element]  # the elements of one w:pPr by name


@dataclass(slots=True)
class Styles:
    """The styles of one file by id."""

    by_id: dict[str, _Element] = field(default_factory=dict)
    default: dict[str, str] = field(default_factory=dict)  # "paragraph" → its default style
    run_defaults: _Element | None = None
    paragraph_defaults: _Element | None = None
    _chains: dict[str, tuple[_Element, ...]] = field(default_factory=dict)
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _properties: dict[str, tuple[Properties, ...]] = field(default_factory=dict)

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

    def names(self, style: str | None) -> tuple[str, ...]:
        """The names of a paragraph's style and of what it is based on, nearest first."""
        key = style if style in self.by_id else ""
        if key not in self._names:
            self._names[key] = tuple(value(one, "w:name") or "" for one in self.chain(key))
        return self._names[key]

    def properties(self, style: str | None) -> tuple[Properties, ...]:
        """What a paragraph's style, its bases and the file's defaults say, nearest first."""
        key = style if style in self.by_id else ""
        if key not in self._properties:
            said = [one for style_ in self.chain(key) for one in children(style_, "w:pPr")]
            said += [] if self.paragraph_defaults is None else [self.paragraph_defaults]
            self._properties[key] = tuple({name(inner): inner for inner in one} for one in said)
        return self._properties[key]


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
