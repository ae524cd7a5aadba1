"""Where an article stands beside its own column, and where it stands on top."""

from typing import ClassVar

from django.db import models

from bulletins.models.article import Article
from bulletins.models.column import Column


class Placing(models.Model):
    """列入, 置顶: an article in a list of another column, or on top of one, until a moment.

    It is no text and belongs to no edition: a correction does not move an article.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="placings")
    column = models.ForeignKey(Column, models.PROTECT, verbose_name="栏目", related_name="placings")
    pinned_until = models.DateTimeField("置顶至", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "列入与置顶"
        ordering: ClassVar = ["column"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "column"], name="bulletins_placing_once")
        ]
        # What comes down by itself: ``store.events``.
        indexes: ClassVar = [
            models.Index(
                fields=["pinned_until"],
                name="bulletins_placing_ends",
                condition=models.Q(pinned_until__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.article} {self.column}"
