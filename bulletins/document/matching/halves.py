"""A section on two subjects: one of its sentences asks for one section, another for another."""

from collections.abc import Sequence

from bulletins.document.matching.evidence import share
from bulletins.document.matching.profiles import Profile, View
from bulletins.document.matching.rivalry import Cell


def votes(first: Sequence[Profile], second: Sequence[Profile]) -> dict[Cell, tuple[float, float]]:
    """For each cell: by how much a unit of one prefers the other to all else (below 0: none does).

    The better of the two sides first.
    """
    there, back = _asked(first, second), _asked(second, first)
    return {
        (i, j): (max(there[i][j], back[j][i]), min(there[i][j], back[j][i]))
        for i in range(len(first))
        for j in range(len(second))
    }


def _asked(sections: Sequence[Profile], others: Sequence[Profile]) -> list[list[float]]:
    return [_best(section, others) for section in sections]


def _best(section: Profile, others: Sequence[Profile]) -> list[float]:
    """Of each of the others, how much the unit that likes it best prefers it."""
    best = [-1.0] * len(others)
    for unit in section.units:
        liking = [_liking(unit, other.whole) for other in others]
        for j, value in enumerate(liking):
            rest = max(liking[:j] + liking[j + 1 :], default=0.0)
            best[j] = max(best[j], value - rest)
    return best


def _liking(unit: View, whole: View) -> float:
    return (
        share(unit.pairs, whole.pairs)
        + share(unit.characters, whole.characters)
        + share(unit.themes, whole.themes)
    )
