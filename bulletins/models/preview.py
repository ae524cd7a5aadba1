"""A way to one text for somebody without an account, and who used it when."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bulletins.models.edition import Edition
from bulletins.models.files import StoredFile


class PreviewLink(models.Model):
    """预览链接. The token is told once and kept as its hash only.

    digest: of the text that may be seen, under a salt of the link's own; changed, nothing is.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="preview_links")
    token_hash = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=80)
    salt = models.CharField(max_length=64)
    note = models.CharField("给谁看", max_length=60, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("建立时间", default=timezone.now)
    expires_at = models.DateTimeField("有效期至")
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    revoked_at = models.DateTimeField("收回时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "预览链接"
        ordering: ClassVar = ["-made_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_previewlink_sealed",
                condition=~Q(token_hash="") & ~Q(digest="") & ~Q(salt=""),
            ),
            models.CheckConstraint(
                name="bulletins_previewlink_expires", condition=Q(expires_at__gt=F("made_at"))
            ),
            models.CheckConstraint(
                name="bulletins_previewlink_revoked_at_and_by",
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.note}".strip()

    def is_open(self, at: datetime | None = None) -> bool:
        """Neither taken back nor run out."""
        return self.revoked_at is None and (at or timezone.now()) < self.expires_at


class PreviewUse(models.Model):
    """Somebody opened the link, or took an attachment (file) through it."""

    link = models.ForeignKey(PreviewLink, models.CASCADE, related_name="uses")
    at = models.DateTimeField(default=timezone.now)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "预览记录"
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.link} {self.at}"
