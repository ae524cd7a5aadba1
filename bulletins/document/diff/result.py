"""What a comparison says, for a page, a 审核单 or a message; it holds both texts."""

from dataclasses import dataclass
from enum import StrEnum

from bulletins.document.diff.bodies import TextDiff
from bulletins.document.tree import DocumentPart, DocumentSection


class Kind(StrEnum):
    """changed wins over moved: a section that did both is changed, with ``moved`` set."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """A field of the document that changed. name: as in ``Document``; label: in Chinese."""

    name: str
    label: str
    text: TextDiff


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """One section. Its labels are the numbers printed before it, "" where there is none.

    came_from: the heading of the part that it stood in before, None if it stayed in its part.
    """

    kind: Kind
    old: DocumentSection | None
    new: DocumentSection | None
    old_label: str
    new_label: str
    heading: TextDiff
    body: TextDiff
    notes: tuple[str, ...] = ()
    moved: bool = False
    came_from: str | None = None


@dataclass(frozen=True, slots=True)
class PartDiff:
    """One part; sections in the order of the new text, removed ones where they stood.

    A section that left for another part is not listed here but there, as moved.
    """

    kind: Kind
    old: DocumentPart | None
    new: DocumentPart | None
    heading: TextDiff
    intro: TextDiff
    sections: tuple[SectionDiff, ...]
    notes: tuple[str, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class DocumentDiff:
    """fields: only those that changed. parts: all, in the order of the new text."""

    fields: tuple[FieldDiff, ...]
    parts: tuple[PartDiff, ...]

    @property
    def is_empty(self) -> bool:
        """A reader of either sees the same (see ``canonical.same_content``)."""
        return not self.fields and all(part.kind is Kind.SAME for part in self.parts)
