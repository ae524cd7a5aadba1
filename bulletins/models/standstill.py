"""Time stands still, and what was asked is not asked again: for many pages made in a row.

For who makes pages that nobody waits for, and looks afterwards whether anything has changed
meanwhile (``pages.export``). Readers' pages are each of their own moment.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.utils import timezone

Found = TypeVar("Found")


class Still(NamedTuple):
    """at: the moment. told: what was asked or made → what it was."""

    at: datetime
    told: dict[Hashable, Any]


_still: ContextVar[Still | None] = ContextVar("still", default=None)


@contextmanager
def standstill() -> Iterator[None]:
    """Keep it short: what is kept is never looked at again."""
    token = _still.set(Still(timezone.now(), {}))
    try:
        yield
    finally:
        _still.reset(token)


def now() -> datetime:
    """The moment of which a page is."""
    still = _still.get()
    return still.at if still else timezone.now()


def once(key: Hashable, make: Callable[[], Found]) -> Found:
    """What is made where time stands still is made once; elsewhere, anew."""
    still = _still.get()
    if still is None:
        return make()
    if key not in still.told:
        still.told[key] = make()
    found: Found = still.told[key]
    return found
