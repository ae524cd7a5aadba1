"""What speaks for two sections being on the same subject.

Each side is indexed once, so that a section, its heading or one of its units is compared with all
sections of the other side in one pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bulletins.document.matching.index import Index
from bulletins.document.matching.profiles import Profile, View

Cell = tuple[int, int]
Evidence = tuple[float, ...]
Row = list[float]


class Side:
    """The sections of one part, indexed by each view."""

    def __init__(self, sections: Sequence[Profile]) -> None:
        self.sections = sections
        self.pairs = Index([one.whole.pairs for one in sections])
        self.all_pairs = Index([one.whole.all_pairs for one in sections])
        self.characters = Index([one.whole.characters for one in sections])
        self.themes = Index([one.whole.themes for one in sections])


@dataclass(frozen=True, slots=True)
class Asked:
    """One section against all of the other side: the best of its units, and by how much one of them
    prefers a section to all others (below 0: none does)."""

    pairs: Row
    themes: Row
    heading_pairs: Row
    heading_themes: Row
    vote: Row


def weighed(
    first: Sequence[Profile], second: Sequence[Profile]
) -> dict[Cell, tuple[Evidence, Evidence]]:
    """The same, with what sentences of the one ask of the other: a section on two subjects."""
    left, right = Side(first), Side(second)
    there, back = [_asked(one, right) for one in first], [_asked(one, left) for one in second]
    return {
        (i, j): said
        for i, one in enumerate(first)
        for j, said in enumerate(_row(i, one, there[i], back, right))
    }


def _row(
    i: int, one: Profile, there: Asked, back: Sequence[Asked], right: Side
) -> list[tuple[Evidence, Evidence]]:
    pairs, all_pairs = (
        right.pairs.shares(one.whole.pairs),
        right.all_pairs.shares(one.whole.all_pairs),
    )
    characters = right.characters.shares(one.whole.characters)
    themes = right.themes.shares(one.whole.themes)
    row: list[tuple[Evidence, Evidence]] = []
    for j, other in enumerate(right.sections):
        best_theme = max(themes[j], there.themes[j], back[j].themes[i])
        rich = min(one.richness, other.richness)
        votes = there.vote[j], back[j].vote[i]
        alone = (
            max(pairs[j], there.pairs[j], back[j].pairs[i]),
            all_pairs[j],
            characters[j],
            max(there.heading_pairs[j], back[j].heading_pairs[i]),
            themes[j],
            max(there.heading_themes[j], back[j].heading_themes[i]),
            best_theme,
            rich,
            rich * all_pairs[j],
            rich * characters[j],
            rich * best_theme,
        )
        row.append((alone, (max(votes), min(votes))))
    return row


def _asked(section: Profile, side: Side) -> Asked:
    count = len(side.sections)
    pairs, themes, vote = [0.0] * count, [0.0] * count, [-1.0] * count
    for unit in section.units:
        by_pairs, by_themes = side.pairs.shares(unit.pairs), side.themes.shares(unit.themes)
        pairs = list(map(max, pairs, by_pairs))
        themes = list(map(max, themes, by_themes))
        vote = list(map(max, vote, _preferred(_liking(unit, side, by_pairs, by_themes))))
    return Asked(
        pairs,
        themes,
        side.all_pairs.shares(section.heading.all_pairs),
        side.themes.shares(section.heading.themes),
        vote,
    )


def _liking(unit: View, side: Side, by_pairs: Row, by_themes: Row) -> Row:
    by_characters = side.characters.shares(unit.characters)
    return [sum(three) for three in zip(by_pairs, by_characters, by_themes, strict=True)]


def _preferred(liking: Row) -> Row:
    """Each less the best of the others."""
    if len(liking) < 2:
        return liking
    *_, second, best = sorted(liking)
    return [value - (second if value == best else best) for value in liking]
