"""How dark a region's tile is: by how much it has said, in a few steps that are told in words."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bulletins.public.counted import Counted

STEPS = 4


class Tile(NamedTuple):
    """A region with its place on the map (the first two digits) and its step: 0 for nothing."""

    region: Counted
    place: str
    step: int


class Step(NamedTuple):
    """One line of the legend: which numbers of articles are printed that dark."""

    number: int
    words: str


def tiles(regions: Sequence[Counted]) -> tuple[tuple[Tile, ...], tuple[Step, ...]]:
    """Every region in its order, and the legend; equal numbers are equally dark."""
    spans = _spans(sorted({one.held for one in regions if one.held}))
    steps = {held: number for number, span in enumerate(spans, start=1) for held in span}
    found = tuple(Tile(one, one.code[:2], steps.get(one.held, 0)) for one in regions)
    nothing = [Step(0, "没有")] if any(not one.held for one in regions) else []
    told = [Step(number, _words(span)) for number, span in enumerate(spans, start=1)]
    return found, (*nothing, *told)


def _spans(held: Sequence[int]) -> list[Sequence[int]]:
    """The numbers that occur, in order, cut into as many spans as there are steps, or fewer."""
    size, more = divmod(len(held), STEPS)
    ends = [0]
    for number in range(STEPS):
        ends.append(ends[-1] + size + (number < more))
    return [held[a:b] for a, b in pairwise(ends) if a < b]


def _words(span: Sequence[int]) -> str:
    """5 条, 5–9 条."""
    return f"{span[0]} 条" if span[0] == span[-1] else f"{span[0]}–{span[-1]} 条"
