"""The read model of every list: one row for each released edition and list it appears in."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bulletins.models.edition import Edition
from bulletins.models.states import FOREVER


class ListingQuerySet(models.QuerySet["Listing"]):
    """A list as its readers see it."""

    def of(self, name: str, at: datetime | None = None) -> Self:
        """The rows of one list that are public at that moment, newest article first."""
        at = at or timezone.now()
        found = self.filter(list=name, live_from__lte=at, live_until__gt=at)
        return found.order_by("-first_published_at", "-edition_id")

    def before(self, row: "Listing") -> Self:
        """What follows a row in that order."""
        same = Q(first_published_at=row.first_published_at, edition_id__lt=row.edition_id)
        return self.filter(Q(first_published_at__lt=row.first_published_at) | same)


class Listing(models.Model):
    """list: ``all``, ``column:<slug>``, ``region:<code>``, ``tag:<slug>`` (see ``listing.names``).

    The interval is the edition's own. The order is that of first publication, so that a correction
    does not jump to the top. Derived: ``manage.py rebuild_lists`` makes it anew.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="listings")
    list = models.CharField(max_length=140)
    first_published_at = models.DateTimeField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField()

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "列表"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "list"], name="bulletins_listing_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["list", "-first_published_at", "-edition"], name="bulletins_listing_order"
            ),
            # What begins or ends between two moments: how kept counts are brought up to date.
            models.Index(fields=["live_from"], name="bulletins_listing_begins"),
            models.Index(
                fields=["live_until"],
                condition=Q(live_until__lt=FOREVER),
                name="bulletins_listing_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.edition_id}"


class ListCount(models.Model):
    """How many rows of a list were public at one moment; ``listing.counting`` goes on from it."""

    list = models.CharField(max_length=140, primary_key=True)
    count = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = verbose_name_plural = "列表计数"

    def __str__(self) -> str:
        return f"{self.list} {self.count}"
