"""Time stands still, and what was asked is not asked again: for many pages made in a row.

For who makes pages that nobody waits for, and looks afterwards whether anything has changed
meanwhile (``pages.export``). Readers' pages are each of their own moment.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone


class Still(NamedTuple):
    """at: the moment. told: question and values → the rows that were the answer."""

    at: datetime
    told: dict[Hashable, list[Any]]


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


def told() -> dict[Hashable, list[Any]] | None:
    """Answers there are already; None where each question is asked anew."""
    still = _still.get()
    return still.told if still else None
