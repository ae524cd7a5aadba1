"""Where a comment can stand: the whole, a part, a section; found by key, however it moved."""

from collections.abc import Iterator
from dataclasses import dataclass

from bulletins.document.body import text_of
from bulletins.document.numbering import labels
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Part

WHOLE = ""


@dataclass(frozen=True, slots=True)
class Place:
    """words: how it is called now. part: None is the whole. is_section: or the part itself."""

    key: str
    words: str
    part: Part | None = None
    is_section: bool = False


def places_of(edition: Edition) -> Iterator[Place]:
    """The whole first, then each part and its sections in their order; with_body comes before."""
    yield Place(WHOLE, "全文")
    for part in edition.parts.all():
        yield Place(part.key, str(part), part)
        said = part_of(part)
        for section, label in zip(said.sections, labels(said), strict=True):
            words = section.heading if section.heading is not None else text_of(section.body)
            yield Place(section.key, f"{label}{words}"[:80], part, is_section=True)


def place_at(edition: Edition, key: str) -> Place | None:
    """None where nothing of this key is left."""
    return next((place for place in places_of(edition) if place.key == key), None)
