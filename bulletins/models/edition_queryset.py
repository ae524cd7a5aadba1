"""The questions one asks of editions, by name."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Max
from django.utils import timezone

from bulletins.models.states import State

if TYPE_CHECKING:
    from bulletins.models.edition import Edition  # noqa: F401  only the type's name below


# What a document is read from, beside the edition's own row
BODY = (
    *("column", "parts__region", "parts__sections"),
    *("attachments__file", "edition_tags__tag"),
)


class EditionQuerySet(models.QuerySet["Edition"]):
    """There is one definition of public, ``live``, and everything uses it."""

    def live(self, at: datetime | None = None) -> Self:
        """What any reader sees at that moment: live_from <= at < live_until."""
        at = at or timezone.now()
        return self.filter(live_from__lte=at, live_until__gt=at)

    def scheduled(self, at: datetime | None = None) -> Self:
        """Released, but not public before a later moment."""
        return self.filter(live_from__gt=at or timezone.now())

    def begun(self, at: datetime | None = None) -> Self:
        """Public at that moment, or before."""
        return self.filter(live_from__lte=at or timezone.now())

    def released(self) -> Self:
        """Public once, now, or later."""
        return self.filter(state=State.RELEASED)

    def latest_first(self) -> Self:
        """Of released ones, in the order in which readers got them, the last first.

        Not by number: a draft that was set aside is released after one that was begun later.
        """
        return self.order_by("-live_from", "-number")

    def next_number(self) -> int:
        """Of the next edition, where these are an article's."""
        last: int | None = self.aggregate(last=Max("number"))["last"]
        return (last or 0) + 1

    def open(self) -> Self:
        """In work: there is at most one of an article."""
        return self.filter(state__in=(State.DRAFT, State.IN_REVIEW))

    def with_body(self) -> Self:
        """Everything a page or a digest needs, in a fixed number of queries."""
        return self.select_related("article", "column").prefetch_related(*BODY)
