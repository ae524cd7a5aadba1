"""The read model of every list: one row for each released edition and list it appears in."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q, Subquery
from django.utils import timezone

from bulletins.document.summary import LONGEST
from bulletins.models.article import Article
from bulletins.models.edition import Edition


class ListingQuerySet(models.QuerySet["Listing"]):
    """A list as its readers see it."""

    def of(self, name: str, at: datetime | None = None) -> Self:
        """The rows of one list that are public at that moment, newest article first."""
        found = self.filter(list=name).public(at or timezone.now())
        return found.order_by("-first_published_at", "-number")

    def public(self, at: datetime) -> Self:
        """Those of any list that are public at that moment.

        Not "live_from__lte": SQLite would then read a list by live_from, and sort it whole.
        """
        return self.exclude(live_from__gt=at).exclude(live_until__lte=at)

    def still_in(self, name: str, at: datetime) -> Self:
        """The same, of a list that most rows have left: found by their end, then put in order."""
        left = self.model.objects.filter(list=name, live_until__gt=at).exclude(live_from__gt=at)
        return self.filter(pk__in=left.values("pk")).order_by("-first_published_at", "-number")

    def since(self, number: int) -> Self:
        """An article, if the list holds it, and what follows its place in that order.

        Put so that both engines begin to read there: an OR would be read from the list's beginning.
        """
        articles = Article.objects.filter(number=number).order_by()
        moment = Subquery(articles.values("first_published_at"))
        newer = Q(first_published_at=moment, number__gt=number)
        return self.filter(first_published_at__lte=moment).exclude(newer)


class Listing(models.Model):
    """list: ``all``, ``column:<slug>``, ``region:<code>``, ``tag:<slug>`` (see ``listing.names``).

    The interval is the edition's own, or what of it falls to that list (``listing.windows``). The
    order is that of first publication, so that a correction
    does not jump to the top. number, title, regions ("天津 · 贵州"), summary (its first sentence)
    and link (to where a 标题链接 leads) are what a list prints of a frozen edition, so that a page
    of a list is read from this table alone. pinned_until: 置顶, in this list;
    archived_at and deadline: of its article.
    Derived: ``manage.py rebuild_lists`` makes it anew.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="listings")
    list = models.CharField(max_length=140)
    first_published_at = models.DateTimeField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField()
    number = models.PositiveBigIntegerField()
    title = models.CharField(max_length=300)
    regions = models.TextField(blank=True)
    summary = models.CharField(max_length=LONGEST, blank=True)
    link = models.CharField(max_length=500, blank=True)
    pinned_until = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    deadline = models.DateTimeField(null=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "列表"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "list"], name="bulletins_listing_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["list", "-first_published_at", "-number"], name="bulletins_listing_order"
            ),
            # What began or ended in a list since it was counted: ``listing.counting``.
            models.Index(fields=["list", "live_from"], name="bulletins_listing_begins"),
            models.Index(fields=["list", "live_until"], name="bulletins_listing_ends"),
            # What closes by itself: ``store.events``.
            models.Index(
                fields=["list", "deadline"],
                name="bulletins_listing_due",
                condition=Q(deadline__isnull=False),
            ),
            models.Index(
                fields=["list", "pinned_until"],
                name="bulletins_listing_pinned",
                condition=Q(pinned_until__isnull=False),
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
