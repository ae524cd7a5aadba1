"""Whether the index that answers knows the words of the 词库, and how far the next one is."""

from typing import NamedTuple

from bulletins.indexing import lexicon
from bulletins.indexing.slots import state


class Standing(NamedTuple):
    """waits: words have changed since. building: another index is made, done: so many texts."""

    waits: bool
    building: bool
    done: int


def standing() -> Standing:
    index = state()
    return Standing(tuple(index.words) != lexicon.words(), bool(index.building), index.done)
