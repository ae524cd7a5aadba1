"""Footnotes and endnotes: 〔注1〕 in the text, the note after the paragraph that calls it."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, children

# Lines that separate notes from text are stored as notes too.
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(slots=True)
class Notes:
    """bodies: (kind, id) → a note's element and the part it is in. numbers: as called."""

    bodies: dict[tuple[str, str], tuple[_Element, str]] = field(default_factory=dict)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, kind: str, root: _Element | None, part: str) -> None:
        for note in children(root, f"w:{kind}") if root is not None else ():
            if attribute(note, "w:type") not in SEPARATORS:
                self.bodies.setdefault((kind, attribute(note, "w:id") or ""), (note, part))

    def call(self, key: tuple[str, str]) -> tuple[str, bool]:
        """The mark of a note, and whether this is its first call (the note is printed once)."""
        if key not in self.bodies:
            return "", False
        first = key not in self.numbers
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        return f"〔注{number}〕", first
