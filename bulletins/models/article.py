"""The lasting identity of a text."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Article(models.Model):
    """稿件. What it says is in its editions; its number is allotted at its first release."""

    number = models.PositiveBigIntegerField("编号", unique=True, null=True, editable=False)
    first_published_at = models.DateTimeField("首次发布", null=True, editable=False)
    # What it was called where it came from; a second import of the same id is the same article.
    import_id = models.CharField("导入标识", max_length=200, unique=True, null=True, editable=False)
    slug = models.CharField("原短名", max_length=200, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="建立者", related_name="+"
    )
    created_at = models.DateTimeField("建立时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "稿件"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_article_published_has_number",
                condition=Q(first_published_at=None) | Q(number__isnull=False, number__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 号" if self.number else f"未发布稿件 {self.pk}"
