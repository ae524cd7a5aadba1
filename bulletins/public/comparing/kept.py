"""What belongs together, worked out by one reader at a time in a process, and kept for the next.

Only places are kept, never a word of a text, so nothing outlives an erasing; and what is released
never changes, so its key names it for good.
"""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

MOST_KEPT = 128
WAITING = 2.0  # seconds for somebody else's comparison
KEPT: dict[Hashable, Any] = {}
TURN = Lock()

Found = TypeVar("Found")


class Busy(Exception):
    """Somebody else's comparison takes longer than anybody should wait."""


def kept(key: Hashable, work_out: Callable[[], Found]) -> Found:
    """As it was worked out before, or is now. Raises Busy."""
    found: Found | None = KEPT.get(key)
    if found is not None:
        return found
    if not TURN.acquire(timeout=WAITING):
        raise Busy
    try:
        found = KEPT.get(key)  # by the one before
        return _keep(key, work_out()) if found is None else found
    finally:
        TURN.release()


def _keep(key: Hashable, found: Found) -> Found:
    while len(KEPT) >= MOST_KEPT:
        KEPT.pop(next(iter(KEPT)))
    KEPT[key] = found
    return found
