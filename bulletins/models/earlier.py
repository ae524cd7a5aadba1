"""旧稿: what stood in a draft before somebody changed it. Nothing a person wrote is ever lost."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bulletins.models.edition import Edition


class EarlierText(models.Model):
    """A part (or, with no key, the fields and texts around the parts) as it was before a change.

    html: a document as ``document.html.writing`` spells it, reading back exactly.
    revision: the part's (or the edition's) while this stood there: what two who write at once
        both started from.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="earlier_texts")
    key = models.CharField("地区稿", max_length=6, blank=True)
    heading = models.CharField("标题", max_length=200, blank=True)
    html = models.TextField("内容")
    revision = models.PositiveIntegerField(default=0, editable=False)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="改动者", related_name="+"
    )
    replaced_at = models.DateTimeField("改动时间", default=timezone.now)
    removed = models.BooleanField("整部分删去", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "旧稿"
        ordering: ClassVar = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return self.heading or "正文"
