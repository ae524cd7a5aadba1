"""Two people changed one part: what each did to different sections is put together by key.

Three texts are needed: what both started from (base), what stands now (theirs), what the other one
wants (mine). A section that only one of them touched is as that one left it. Where both touched the
same section, nobody is right without asking: the section is a clash, and both versions are kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bulletins.document.tree import DocumentPart, DocumentSection

FIELDS = ("region", "heading", "intro")
THEIRS, MINE = "theirs", "mine"


@dataclass(frozen=True, slots=True)
class Clash:
    """Both changed it. name: a section's key, or "region", "heading", "intro".

    theirs and mine: a DocumentSection, None where that one took it out; for a field its value.
    """

    name: str
    theirs: Any
    mine: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """The part as far as it goes together; at each clash it says what was chosen, theirs else."""

    part: DocumentPart
    clashes: tuple[Clash, ...]


def merge(
    base: DocumentPart,
    theirs: DocumentPart,
    mine: DocumentPart,
    choices: Mapping[str, str] | None = None,
) -> Merged:
    """choices: clash name → THEIRS or MINE. No section that either of them wrote is dropped."""
    chosen = choices or {}
    clashes: list[Clash] = []
    fields = {}
    for name in FIELDS:
        was, now, wanted = getattr(base, name), getattr(theirs, name), getattr(mine, name)
        fields[name] = _settle(name, was, now, wanted, chosen, clashes)
    maps = [_by_key(part) for part in (base, theirs, mine)]
    kept = {key: _section(key, maps, chosen, clashes) for key in _order(base, theirs, mine)}
    sections = tuple(section for section in kept.values() if section is not None)
    return Merged(replace(theirs, **fields, sections=sections), tuple(clashes))


def _by_key(part: DocumentPart) -> dict[str, DocumentSection]:
    return {section.key: section for section in part.sections}


def _section(
    key: str,
    maps: list[dict[str, DocumentSection]],
    choices: Mapping[str, str],
    clashes: list[Clash],
) -> DocumentSection | None:
    base, theirs, mine = (found.get(key) for found in maps)
    settled: DocumentSection | None = _settle(key, base, theirs, mine, choices, clashes)
    return settled


def _settle(
    name: str, base: Any, theirs: Any, mine: Any, choices: Mapping[str, str], clashes: list[Clash]
) -> Any:
    """Who did not touch it gives way to who did; what both did alike is done."""
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    clashes.append(Clash(name, theirs, mine))
    if choices.get(name) == MINE:
        return mine
    if choices.get(name) == THEIRS:
        return theirs
    return mine if theirs is None else theirs  # until somebody chooses, no text is gone


def _order(base: DocumentPart, theirs: DocumentPart, mine: DocumentPart) -> list[str]:
    """Theirs, unless only mine moved anything; new sections follow what they were put after."""
    keys = [[section.key for section in part.sections] for part in (base, theirs, mine)]
    before, now, wanted = keys
    common = set(before) & set(now) & set(wanted)
    moved_now = [key for key in now if key in common] != [key for key in before if key in common]
    first, second = (now, wanted) if moved_now else (wanted, now)
    return _woven(first, second)


def _woven(first: list[str], second: Iterable[str]) -> list[str]:
    """The first order, with what only the second has behind what stands before it there."""
    order, last = list(first), ""
    for key in second:
        if key not in order:
            order.insert(order.index(last) + 1 if last else 0, key)
        last = key
    return order
