"""What somebody said beside a text, for her colleagues."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Remark
from bulletins.models.edition import Edition


class Comment(models.Model):
    """批注. key: of the section or part it is about, "" for the whole; it outlives renumbering.

    about: how the place was called then, for when it is gone. The words are in the remark, which
    can be erased.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="comments")
    key = models.CharField(max_length=6, blank=True)
    about = models.CharField(max_length=80, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    remark = models.OneToOneField(Remark, models.PROTECT, related_name="+")
    at = models.DateTimeField("时间", default=timezone.now)
    resolved_at = models.DateTimeField("解决时间", null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "批注"
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_comment_resolved_at_and_by",
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.author} {self.key}"

    @property
    def text(self) -> str:
        """What she said; "" where it had to be erased."""
        return self.remark.text
