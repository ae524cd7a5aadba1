"""A released edition with its body, read once for everything that is made of it in a row."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy

from bulletins.models import Edition

MOST = 8  # editions of one article, and the last ones of the article before
_kept: ContextVar[dict[int, Edition] | None] = ContextVar("whole", default=None)


def whole_edition(pk: int) -> Edition:
    """Everything a page or a digest needs. Its article and column may be set anew: it is a copy."""
    kept = _kept.get()
    if kept is None:
        return Edition.objects.with_body().get(pk=pk)
    if pk not in kept:
        if len(kept) >= MOST:
            kept.clear()
        kept[pk] = Edition.objects.with_body().get(pk=pk)
    return copy(kept[pk])


def whole_editions(pks: Collection[int]) -> dict[int, Edition]:
    """The same of several, in as many queries as of one."""
    if _kept.get() is None:
        return Edition.objects.with_body().in_bulk(pks)
    return {pk: whole_edition(pk) for pk in pks}


@contextmanager
def kept_whole() -> Iterator[None]:
    """Inside of it, what was read is read no more: for a few pages of one article at a time."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)
