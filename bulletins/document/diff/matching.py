"""Which part or section of the new document is which of the old one.

1. By key. 2. What is the same in every word. 3. By likeness, as the best of all couplings.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bulletins.document.diff.assignment import best_pairs
from bulletins.document.diff.candidates import candidates
from bulletins.document.diff.likeness import (
    ALIKE,
    Features,
    closeness,
    likeness,
    part_features,
    section_features,
)
from bulletins.document.diff.order import turned
from bulletins.document.tree import DocumentPart, DocumentSection

Pair = tuple[int, int]
Node = TypeVar("Node", DocumentPart, DocumentSection)

NUDGE = 0.01  # what being at the same place weighs


@dataclass(frozen=True, slots=True)
class Kind(Generic[Node]):
    """How nodes of a kind are compared: what is looked at, and who can be whom at all."""

    features: Callable[[Node], Features]
    may_be: Callable[[Node, Node], bool]


def pair_sections(old: Sequence[DocumentSection], new: Sequence[DocumentSection]) -> list[Pair]:
    """Index pairs; swapping the inputs swaps the pairs."""
    kind: Kind[DocumentSection] = Kind(section_features, _always)
    return _paired(old, new, [section_key, section_words], kind)


def pair_parts(old: Sequence[DocumentPart], new: Sequence[DocumentPart]) -> list[Pair]:
    """A region's part is never taken for another region's, except by key."""
    kind: Kind[DocumentPart] = Kind(part_features, _may_be)
    pairs = _paired(old, new, [_part_key, _region, _words], kind)
    left = [i for i in range(len(old)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(new)) if j not in {j for _, j in pairs}]
    if len(left) == len(right) == 1 and old[left[0]].region is new[right[0]].region is None:
        pairs.append((left[0], right[0]))  # the one text of a plain notice, however rewritten
    return sorted(pairs)


def section_key(section: DocumentSection) -> Hashable:
    return section.key or None


def _part_key(part: DocumentPart) -> Hashable:
    return part.key or None


def section_words(section: DocumentSection) -> tuple[object, ...]:
    return section.level, section.heading, section.body, section.run_in


def _region(part: DocumentPart) -> str | None:
    return part.region


def _words(part: DocumentPart) -> tuple[object, ...]:
    sections = tuple(section_words(section) for section in part.sections)
    return part.region, part.heading, part.intro, sections


def _may_be(one: DocumentPart, other: DocumentPart) -> bool:
    return one.region is None or other.region is None or one.region == other.region


def _always(one: DocumentSection, other: DocumentSection) -> bool:
    return True


def _paired(
    old: Sequence[Node],
    new: Sequence[Node],
    names: Sequence[Callable[[Node], Hashable]],
    kind: Kind[Node],
) -> list[Pair]:
    if turned(old, new):
        return sorted((i, j) for j, i in _paired(new, old, names, kind))
    pairs = pair_by_names(old, new, names)
    paired = {i for i, _ in pairs}, {j for _, j in pairs}
    left = {i: node for i, node in enumerate(old) if i not in paired[0]}
    right = {j: node for j, node in enumerate(new) if j not in paired[1]}
    return sorted(pairs + best_pairs(_weights(left, right, kind)))


def pair_by_names(
    old: Sequence[Node], new: Sequence[Node], names: Sequence[Callable[[Node], Hashable]]
) -> list[Pair]:
    """Pairs of equal name: by the first kind of name, then the rest by the next; None is none."""
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[Pair] = []
    for name in names:
        for i, j in list(_same_name(left, right, name)):
            pairs.append((i, j))
            del left[i], right[j]
    return pairs


def _same_name(
    left: Mapping[int, Node], right: Mapping[int, Node], name: Callable[[Node], Hashable]
) -> Iterator[Pair]:
    """The first with a name on one side is the first with it on the other, and so on."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for j, node in right.items():
        waiting[name(node)].append(j)
    for i, node in left.items():
        called = name(node)
        if called is not None and waiting[called]:
            yield i, waiting[called].popleft()


def _weights(
    left: Mapping[int, Node], right: Mapping[int, Node], kind: Kind[Node]
) -> dict[Pair, float]:
    """What may be paired, and how well it fits; hardly anything depends on the place."""
    old = {i: kind.features(node) for i, node in left.items()}
    new = {j: kind.features(node) for j, node in right.items()}
    places = {i: at for at, i in enumerate(old)}, {j: at for at, j in enumerate(new)}
    weights: dict[Pair, float] = {}
    for i, j in candidates(old, new):
        fits = likeness(old[i], new[j]) if kind.may_be(left[i], right[j]) else 0.0
        if fits >= ALIKE:
            near = closeness(places[0][i], len(old), places[1][j], len(new))
            weights[i, j] = fits + NUDGE * near
    return weights
