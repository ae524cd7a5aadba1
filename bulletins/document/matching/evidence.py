"""What speaks for two sections being on the same subject, before others are looked at."""

from collections.abc import Iterable

from bulletins.document.matching.profiles import Profile, Vector

Evidence = tuple[float, ...]


def evidence(one: Profile, other: Profile) -> Evidence:
    """In the order of ``weights.ALONE``; the same whichever comes first."""
    all_pairs = share(one.whole.all_pairs, other.whole.all_pairs)
    characters = share(one.whole.characters, other.whole.characters)
    themes = share(one.whole.themes, other.whole.themes)
    best_theme = max([themes, *_parts(one, other, "themes")])
    rich = min(one.richness, other.richness)
    return (
        max([share(one.whole.pairs, other.whole.pairs), *_parts(one, other, "pairs")]),
        all_pairs,
        characters,
        max(
            share(one.heading.all_pairs, other.whole.all_pairs),
            share(one.whole.all_pairs, other.heading.all_pairs),
        ),
        themes,
        max(
            share(one.heading.themes, other.whole.themes),
            share(one.whole.themes, other.heading.themes),
        ),
        best_theme,
        rich,
        rich * all_pairs,
        rich * characters,
        rich * best_theme,
    )


def share(one: Vector, other: Vector) -> float:
    """The cosine of two vectors: 0, nothing in common, to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[key] for key, value in one.items() if key in other)


def _parts(one: Profile, other: Profile, view: str) -> Iterable[float]:
    """A unit of one against the whole of the other, and the reverse."""
    for units, whole in ((one.units, other.whole), (other.units, one.whole)):
        for unit in units:
            yield share(getattr(unit, view), getattr(whole, view))
