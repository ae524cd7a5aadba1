"""附件 that were taken out of a draft: kept, to be brought back."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bulletins.models.edition import Edition
from bulletins.models.files import StoredFile


class RemovedAttachment(models.Model):
    """An attachment as it was, and who took it out."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="removed_attachments")
    key = models.CharField(max_length=6, editable=False)
    title = models.CharField("名称", max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", null=True)
    address = models.CharField("原地址", max_length=500, blank=True)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField("删去时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "删去的附件"
        ordering: ClassVar = ["-removed_at", "-pk"]

    def __str__(self) -> str:
        return self.title
