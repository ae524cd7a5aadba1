"""The structural difference of two documents, from the whole down to words."""

from collections.abc import Iterator, Sequence

from bulletins.document.diff.bodies import TextDiff, compare_bodies
from bulletins.document.diff.couples import Couple, Place, Travels, couples, travels
from bulletins.document.diff.fields import changed_fields
from bulletins.document.diff.order import moved, turned, woven
from bulletins.document.diff.result import DocumentDiff, Kind, PartDiff, SectionDiff
from bulletins.document.diff.sections import Numbered, compare_sections
from bulletins.document.diff.words import compare_texts
from bulletins.document.numbering import labels
from bulletins.document.tree import Document, DocumentPart


def compare(old: Document, new: Document) -> DocumentDiff:
    """What changed from old to new. Keys tell what belongs together; they are no content."""
    found = list(couples(old, new))
    journeys = travels(found)
    parts = tuple(_part(found, at, journeys) for at in range(len(found)))
    return DocumentDiff(tuple(changed_fields(old, new)), parts)


def _part(found: Sequence[Couple], at: int, journeys: Travels) -> PartDiff:
    couple = found[at]
    before, after = couple.old, couple.new
    heading = TextDiff(
        compare_texts(before.heading if before else "", after.heading if after else "")
    )
    intro = compare_bodies(before.intro if before else "", after.intro if after else "")
    notes = ("地区有变化",) if before and after and before.region != after.region else ()
    sections = tuple(_sections(found, at, journeys))
    left = any(couple_at == at for couple_at, _ in journeys.gone)
    inside = any(section.kind is not Kind.SAME for section in sections)
    changed = bool(notes) or heading.changed or intro.changed or inside or left
    kind = _kind(couple, changed)
    return PartDiff(kind, before, after, heading, intro, sections, notes, couple.moved)


def _kind(couple: Couple, changed: bool) -> Kind:
    if couple.old is None:
        return Kind.ADDED
    if couple.new is None:
        return Kind.REMOVED
    if changed:
        return Kind.CHANGED
    return Kind.MOVED if couple.moved else Kind.SAME


def _sections(found: Sequence[Couple], at: int, journeys: Travels) -> Iterator[SectionDiff]:
    couple = found[at]
    elsewhere = moved(couple.pairs, turned(couple.before(), couple.after()))
    before, after = _numbered(couple.old), _numbered(couple.new)
    for i, j in woven(couple.pairs, len(before), len(after)):
        if j is None:
            if i is not None and (at, i) not in journeys.gone:
                yield compare_sections(before[i], None)
        elif i is None:
            yield _arrived(found, after[j], journeys.origin.get((at, j)))
        else:
            yield compare_sections(before[i], after[j], (i, j) in elsewhere)


def _arrived(found: Sequence[Couple], new: Numbered, origin: Place | None) -> SectionDiff:
    """A new section, or one from another part."""
    if origin is None:
        return compare_sections(None, new)
    part = found[origin[0]].old
    came_from = part.heading if part else ""
    return compare_sections(_numbered(part)[origin[1]], new, moved=True, came_from=came_from)


def _numbered(part: DocumentPart | None) -> list[Numbered]:
    if part is None:
        return []
    return [
        Numbered(section, label) for section, label in zip(part.sections, labels(part), strict=True)
    ]
