"""How a run looks: what the document vocabulary keeps of it, and what tells a heading from text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from bulletins.document.docx.names import attribute, children, name, number, value
from bulletins.document.docx.styles import Styles
from bulletins.document.docx.symbols import symbol_font

DEFAULT_SIZE = 20  # half-points, where a file says nothing (ECMA-376, 17.3.2.38)
OFF = frozenset({"0", "false", "off", "none"})
HEIGHTS = {"superscript": "sup", "subscript": "sub"}
SWITCHES = {"w:i": "em", "w:strike": "s", "w:dstrike": "s"}

Properties = Mapping[str, _Element]


@dataclass(frozen=True, slots=True)
class Look:
    """marks: without strong. size: in half-points. font: its East Asian font. symbols: the font
    whose letters are signs, "" for others. named: the name of its character style.
    """

    bold: bool = False
    marks: frozenset[str] = frozenset()
    hidden: bool = False
    size: int = DEFAULT_SIZE
    font: str = ""
    symbols: str = ""
    named: str = field(default="", compare=False)


@dataclass(slots=True)
class Looks:
    """Looks of runs, with what styles add up to worked out once."""

    styles: Styles
    _bases: dict[tuple[str, str, bool], dict[str, _Element]] = field(default_factory=dict)
    _known: dict[tuple[str, bool, bytes], Look] = field(default_factory=dict)

    def of(self, own: _Element | None, paragraph_style: str, direct: bool = False) -> Look:
        """The look of a run with these properties. direct: the paragraph's style does not count."""
        # A long text has few looks, but many runs: what is spelt alike looks alike.
        key = paragraph_style, direct, b"" if own is None else etree.tostring(own)
        if key not in self._known:
            said = {name(one): one for one in own} if own is not None else {}
            style = value(own, "w:rStyle") or ""
            base = self._base((paragraph_style, style, direct))
            self._known[key] = _look(base | said, self.styles.name_of(style, "character"))
        return self._known[key]

    def _base(self, key: tuple[str, str, bool]) -> dict[str, _Element]:
        if key not in self._bases:
            self._bases[key] = self._add_up(*key)
        return self._bases[key]

    def _add_up(
        self, paragraph_style: str, character_style: str, direct: bool
    ) -> dict[str, _Element]:
        """Defaults, then the paragraph's style, then the run's: the nearer one wins."""
        layers: list[_Element] = []
        if character_style:
            layers += self._layers(character_style, "character")
        if not direct:
            layers += self._layers(paragraph_style, "paragraph")
            if self.styles.run_defaults is not None:
                layers.append(self.styles.run_defaults)
        return {name(one): one for layer in reversed(layers) for one in layer}

    def _layers(self, style: str, kind: str) -> list[_Element]:
        return [layer for one in self.styles.chain(style, kind) for layer in children(one, "w:rPr")]


def _look(properties: Properties, named: str) -> Look:
    marks = {mark for wanted, mark in SWITCHES.items() if _on(properties, wanted)}
    if _text(properties, "w:u", "none") not in ("", "none"):
        marks.add("u")
    if height := HEIGHTS.get(_text(properties, "w:vertAlign")):
        marks.add(height)
    size = number(_text(properties, "w:sz"), DEFAULT_SIZE)
    return Look(
        _on(properties, "w:b"),
        frozenset(marks),
        _on(properties, "w:vanish"),
        size,
        _font(properties, "w:eastAsia"),
        symbol_font(_font(properties, "w:ascii")),
        named,
    )


def _on(properties: Properties, wanted: str) -> bool:
    return wanted in properties and _text(properties, wanted, "on") not in OFF


def _text(properties: Properties, wanted: str, otherwise: str = "") -> str:
    return (attribute(properties[wanted], "w:val") or otherwise) if wanted in properties else ""


def _font(properties: Properties, script: str) -> str:
    fonts = properties.get("w:rFonts")
    return (attribute(fonts, script) or "") if fonts is not None else ""
