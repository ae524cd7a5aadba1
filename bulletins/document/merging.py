"""Two people changed one part: what each did to different sections is put together by key.

Three texts are needed: what both started from (base), what stands now (theirs), what the other one
wants (mine). A section that only one of them touched is as that one left it. Where both touched the
same section, nobody is right without asking: the section is a clash, and both versions are kept.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bulletins.document.tree import DocumentPart, DocumentSection

FIELDS = ("region", "heading", "intro")


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
    """part: both put together; at each clash it says what mine says, until somebody chooses."""

    part: DocumentPart
    clashes: tuple[Clash, ...]


def merge(base: DocumentPart, theirs: DocumentPart, mine: DocumentPart) -> Merged:
    """No section that either of them wrote is missing from the part and the clashes together.

    Raises ValueError where a section lacks a key, or two have the same.
    """
    mine = _same_news(base, theirs, mine)
    clashes: list[Clash] = []
    fields = {}
    for name in FIELDS:
        said = (getattr(part, name) for part in (base, theirs, mine))
        fields[name] = settle(name, *said, clashes=clashes)
    old, now, wanted = (_by_key(part) for part in (base, theirs, mine))
    kept = [
        settle(key, old.get(key), now.get(key), wanted.get(key), clashes=clashes)
        for key in _order(base, theirs, mine)
    ]
    sections = tuple(section for section in kept if section is not None)
    return Merged(replace(theirs, **fields, sections=sections), tuple(clashes))


def take(part: DocumentPart, source: DocumentPart, names: Collection[str]) -> DocumentPart:
    """The part with what these clash names stand for as source has it; gone where it has not.

    Raises ValueError as ``merge`` does.
    """
    fields = {name: getattr(source, name) for name in FIELDS if name in names}
    own, other = _by_key(part), _by_key(source)
    found = [(other if key in names else own).get(key) for key in _woven([*own], other)]
    return replace(part, **fields, sections=tuple(one for one in found if one is not None))


def between(names: Iterable[str], theirs: DocumentPart, mine: DocumentPart) -> Iterator[Clash]:
    """What these clash names stand for in two parts."""
    for name in names:
        yield Clash(name, _named(name, theirs), _named(name, mine))


def _named(name: str, part: DocumentPart) -> Any:
    if name in FIELDS:
        return getattr(part, name)
    return next((section for section in part.sections if section.key == name), None)


def settle(name: str, base: Any, theirs: Any, mine: Any, *, clashes: list[Clash]) -> Any:
    """Who did not touch it gives way to who did; what both did alike is done.

    Where neither is so, the clash is added, and mine stands.
    """
    if mine in (base, theirs):
        return theirs
    if theirs != base:
        clashes.append(Clash(name, theirs, mine))
    return mine


def _by_key(part: DocumentPart) -> dict[str, DocumentSection]:
    found = {section.key: section for section in part.sections}
    if "" in found or len(found) < len(part.sections):
        raise ValueError("Sections are put together by key: each needs one of its own")
    return found


def _same_news(base: DocumentPart, theirs: DocumentPart, mine: DocumentPart) -> DocumentPart:
    """What both added alike is one section: mine bears the key that theirs has."""
    before = _by_key(base)
    news = {replace(one, key=""): one.key for one in theirs.sections if one.key not in before}
    taken = {one.key for one in mine.sections}
    sections = []
    for one in mine.sections:
        key = "" if one.key in before else news.pop(replace(one, key=""), "")
        sections.append(replace(one, key=key) if key and key not in taken else one)
    return replace(mine, sections=tuple(sections))


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
