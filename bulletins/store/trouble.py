"""A file of the store that may not be read or written, a lock that is never let go: no store.

Whoever meets it goes on without one. It is said now and then, not with every question of a reader.
"""

import logging
import time

log = logging.getLogger(__name__)
AGAIN = 600.0  # seconds
_said: dict[str, float] = {}


def say(problem: OSError) -> None:
    """Once for each kind of trouble in ten minutes."""
    kind, now = type(problem).__name__, time.monotonic()
    if now - _said.get(kind, -AGAIN) >= AGAIN:
        _said[kind] = now
        log.error("The store of pages cannot be used: %s", problem)
