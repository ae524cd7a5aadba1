"""A part before and after, and the sections that changed parts."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from bulletins.document.body import text_of
from bulletins.document.diff.matching import (
    pair_by_names,
    pair_parts,
    pair_sections,
    section_key,
    section_words,
)
from bulletins.document.diff.order import Pair, moved, turned, woven
from bulletins.document.plain import bare
from bulletins.document.tree import Document, DocumentPart, DocumentSection

TELLING = 6  # characters: a shorter section without key is not recognised in another part
Place = tuple[int, int]  # which couple, which section


@dataclass(frozen=True, slots=True)
class Couple:
    """A part before and after (one may be missing), and which of their sections belong together."""

    old: DocumentPart | None
    new: DocumentPart | None
    moved: bool = False
    pairs: Sequence[Pair] = ()

    def before(self) -> tuple[DocumentSection, ...]:
        return self.old.sections if self.old else ()

    def after(self) -> tuple[DocumentSection, ...]:
        return self.new.sections if self.new else ()


@dataclass(frozen=True, slots=True)
class Travels:
    """origin: where a section that arrived from another part stood. gone: those places."""

    origin: dict[Place, Place] = field(default_factory=dict)

    @property
    def gone(self) -> frozenset[Place]:
        return frozenset(self.origin.values())


def couples(old: Document, new: Document) -> Iterator[Couple]:
    """All parts in the order of the new document, removed ones where they stood."""
    pairs = pair_parts(old.parts, new.parts)
    elsewhere = moved(pairs, turned(old.parts, new.parts))
    for i, j in woven(pairs, len(old.parts), len(new.parts)):
        before = None if i is None else old.parts[i]
        after = None if j is None else new.parts[j]
        inside = pair_sections(before.sections, after.sections) if before and after else ()
        yield Couple(before, after, (i, j) in elsewhere, inside)


def travels(found: Sequence[Couple]) -> Travels:
    """What left one part and arrived in another, by key, else word for word."""
    left = [(at, i) for at, couple in enumerate(found) for i in _alone(couple, 0)]
    arrived = [(at, j) for at, couple in enumerate(found) for j in _alone(couple, 1)]
    pairs = pair_by_names(
        [found[at].before()[i] for at, i in left],
        [found[at].after()[j] for at, j in arrived],
        [section_key, _telling_words],
    )
    return Travels({arrived[q]: left[p] for p, q in pairs})


def _alone(couple: Couple, side: int) -> list[int]:
    """Sections without a counterpart, on the old (0) or the new side (1)."""
    paired = {pair[side] for pair in couple.pairs}
    count = len(couple.after() if side else couple.before())
    return [index for index in range(count) if index not in paired]


def _telling_words(section: DocumentSection) -> Hashable:
    words = (section.heading or "") + text_of(section.body)
    return section_words(section) if len(bare(words)) >= TELLING else None
