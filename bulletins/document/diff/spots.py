"""更正三处: in how many places a text was changed, and where the first of them is."""

from collections.abc import Iterator
from typing import NamedTuple

from bulletins.document.diff.result import DocumentDiff, Kind, PartDiff

# Said beside the text, not in it
ABOUT = frozenset({"change_note"})


class Spots(NamedTuple):
    """first: key of the part or section of the new text in which a change comes first, or ""."""

    places: int
    first: str


def spots(difference: DocumentDiff) -> Spots:
    """A field, a section, a part's heading or intro is one place; so is a part that came or went.

    A section that only has another number now was not changed.
    """
    fields = [one for one in difference.fields if one.name not in ABOUT]
    keys = [key for part in difference.parts for key in _keys(part)]
    return Spots(len(fields) + len(keys), next(filter(None, keys), ""))


def _keys(part: PartDiff) -> Iterator[str]:
    """Where each change of a part is read now: of what is gone, the part that it stood in."""
    key = part.new.key if part.new else ""
    if part.kind is Kind.SAME:
        return
    if part.kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
        yield key
        return
    if part.heading.changed or part.intro.changed or part.notes or part.moved:
        yield key
    for section in part.sections:
        if section.kind is not Kind.SAME:
            yield section.new.key if section.new else key
