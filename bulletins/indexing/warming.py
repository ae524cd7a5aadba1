"""What every process needs sooner or later, loaded before there are many."""

from bulletins.indexing.cutting import cutter
from bulletins.indexing.slots import state
from bulletins.indexing.sounds import sounds_of


def warm() -> None:
    """Words (a tenth of a second, 25 MB) and readings: forks share them, and nobody waits."""
    cutter(tuple(state().words)).cut("一")
    sounds_of("一")
