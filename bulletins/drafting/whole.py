"""A released edition with its body, read once for everything that is made of it in a row."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy

from django.db.models import Q

from bulletins.models import Edition
from bulletins.models.edition_queryset import EditionQuerySet

MOST = 8  # beside those that are public: editions of one article, and the last of the one before


class Kept(dict[int, Edition]):
    """numbers: of articles whose public texts are read together, as soon as one is asked for."""

    def __init__(self, numbers: Collection[int]) -> None:
        super().__init__()
        self.numbers = numbers

    def __missing__(self, pk: int) -> Edition:
        if len(self) >= MOST + len(self.numbers):
            self.clear()
        self.update({one.pk: one for one in self._asked(pk)})
        return self[pk]

    def _asked(self, pk: int) -> EditionQuerySet:
        whole = Edition.objects.with_body()
        if self:
            return whole.filter(pk=pk)
        live = Edition.objects.live().filter(article__number__in=self.numbers)
        return whole.filter(Q(pk=pk) | Q(pk__in=live.values("pk")))


_kept: ContextVar[Kept | None] = ContextVar("whole", default=None)


def whole_edition(pk: int) -> Edition:
    """Everything a page or a digest needs. Its article and column may be set anew: it is a copy."""
    kept = _kept.get()
    if kept is None:
        return Edition.objects.with_body().get(pk=pk)
    return copy(kept[pk])


def whole_editions(pks: Collection[int]) -> dict[int, Edition]:
    """The same of several, in as many queries as of one."""
    if _kept.get() is None:
        return Edition.objects.with_body().in_bulk(pks)
    return {pk: whole_edition(pk) for pk in pks}


@contextmanager
def kept_whole(numbers: Collection[int] = ()) -> Iterator[None]:
    """Inside of it, what was read is read no more: for the pages of these few articles in a row."""
    token = _kept.set(Kept(numbers))
    try:
        yield
    finally:
        _kept.reset(token)
