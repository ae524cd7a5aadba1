"""What somebody is typing, before she saves it; and who has what open."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bulletins.models.edition import Edition


class WorkingCopy(models.Model):
    """A person's unsaved text of one box of the edition page. Not an edition, seen by nobody else.

    key: a part's key, "head", "order" (of the parts), or "new-0" … for a part that is not stored
    yet. fields: the box's fields as its form sends them, texts sanitised. seen: the revision she
    had before her.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="working_copies")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=8)
    fields = models.JSONField(default=dict)
    seen = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "未保存的文字"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["edition", "user", "key"], name="bulletins_workingcopy_once"
            ),
            models.CheckConstraint(name="bulletins_workingcopy_keyed", condition=~Q(key="")),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.key}"


class Presence(models.Model):
    """Who has which box open, as of a moment ago. Forgotten after ``drafting.presence.STALE``."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=8, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "在场"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["edition", "user", "key"], name="bulletins_presence_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.key}"
