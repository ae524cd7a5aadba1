"""The lasting identity of a text, and what became of it after its release."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bulletins.models.article_constraints import ARTICLE_CONSTRAINTS
from bulletins.models.states import FOREVER, Validity

SOMEBODY = settings.AUTH_USER_MODEL


class Article(models.Model):
    """稿件. What it says is in its editions; its number is allotted at its first release.

    first_published_at is what readers are shown and lists are sorted by. Every ..._at below is the
    moment of an act by ..._by; both or neither are there. Withdrawals have rows of their own.
    """

    number = models.PositiveBigIntegerField("编号", unique=True, null=True, editable=False)
    first_published_at = models.DateTimeField("首次发布", null=True, editable=False)
    # What it was called where it came from; a second import of the same id is the same article.
    import_id = models.CharField("导入标识", max_length=200, unique=True, null=True, editable=False)
    slug = models.CharField("原短名", max_length=200, blank=True, editable=False)
    created_by = models.ForeignKey(
        SOMEBODY, models.PROTECT, verbose_name="建立者", related_name="+"
    )
    created_at = models.DateTimeField("建立时间", default=timezone.now)

    # 截止, 延期: of a notice; outcome is the address of what came of it
    closed_at = models.DateTimeField("截止于", null=True, editable=False)
    closed_by = models.ForeignKey(
        SOMEBODY, models.PROTECT, related_name="+", null=True, editable=False
    )
    closing_note = models.CharField("截止说明", max_length=300, blank=True, editable=False)
    outcome = models.CharField("结果公告", max_length=500, blank=True, editable=False)
    extended_to = models.DateTimeField("延期至", null=True, editable=False)

    # 公示期: public up to this moment, then no more
    ends_at = models.DateTimeField("公示至", null=True, editable=False)

    archived_at = models.DateTimeField("归档于", null=True, editable=False)
    archived_by = models.ForeignKey(
        SOMEBODY, models.PROTECT, related_name="+", null=True, editable=False
    )

    # 有效性 of a policy paper, with its day and on what it rests; a day to look at it again
    validity = models.CharField(
        "有效性", max_length=10, choices=Validity, blank=True, editable=False
    )
    validity_from = models.DateField("有效性变更日期", null=True, editable=False)
    validity_basis = models.CharField("依据", max_length=300, blank=True, editable=False)
    check_by = models.DateField("复查日期", null=True, editable=False)

    # 首次发布 set to an earlier moment by hand: readers are told when and why
    backdated_at = models.DateTimeField("改动首次发布于", null=True, editable=False)
    backdated_by = models.ForeignKey(
        SOMEBODY, models.PROTECT, related_name="+", null=True, editable=False
    )
    backdating_reason = models.CharField("改动理由", max_length=300, blank=True, editable=False)

    # 清除: of its texts nothing is left; the database lets nothing come back
    erased_at = models.DateTimeField("清除于", null=True, editable=False)
    erased_by = models.ForeignKey(
        SOMEBODY, models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        verbose_name = verbose_name_plural = "稿件"
        constraints: ClassVar = ARTICLE_CONSTRAINTS
        indexes: ClassVar = [
            models.Index(
                fields=["check_by"],
                name="bulletins_article_check_by",
                condition=models.Q(check_by__isnull=False),
            ),
            models.Index(
                fields=["ends_at"],
                name="bulletins_article_ends",
                condition=models.Q(ends_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 号" if self.number else f"未发布稿件 {self.pk}"

    @property
    def ends(self) -> datetime:
        """Up to when its latest edition is public."""
        return self.ends_at or FOREVER

    def deadline(self, planned: datetime | None) -> datetime | None:
        """When it closes or closed; planned: what its edition says (closes_at)."""
        return self.closed_at or self.extended_to or planned
