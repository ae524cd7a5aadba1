"""What was read, and what was said of it; rows that nobody changes (``bulletins.refusals``)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Remark
from bulletins.models.edition import Edition
from bulletins.models.states import Decision


class EditionAuthor(models.Model):
    """作者: whose words are in an edition, by typing, importing, merging. She cannot review it."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="authors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateTimeField("自", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "作者"
        ordering: ClassVar = ["since", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "user"], name="bulletins_author_once")
        ]

    def __str__(self) -> str:
        return str(self.user)


class Proof(models.Model):
    """清样: the document as it was submitted, whole, as HTML that reads back exactly.

    A reviewer is shown what changed since the one she read, and a record stays true when the draft
    moves on.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="proofs")
    round = models.PositiveSmallIntegerField("送审轮次")
    digest = models.CharField("内容校验码", max_length=80)
    html = models.TextField("内容")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("送审时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "清样"
        ordering: ClassVar = ["edition", "round"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "round"], name="bulletins_proof_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition} 第 {self.round} 次送审"


class Review(models.Model):
    """审核记录: one person's decision at one stage, on the text with exactly this digest.

    report: the gates she confirmed, {"gates": [values of ``Gate``]}, and what the checks found.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="reviews")
    round = models.PositiveSmallIntegerField("送审轮次")
    stage = models.PositiveSmallIntegerField("审级")
    role = models.CharField("审级名称", max_length=20)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="审核人", related_name="+"
    )
    decision = models.CharField("决定", max_length=10, choices=Decision)
    digest = models.CharField("内容校验码", max_length=80)
    remark = models.OneToOneField(Remark, models.PROTECT, related_name="+", null=True)
    report = models.JSONField("核对", default=dict)
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "审核记录"
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["edition", "round", "reviewer"],
                condition=Q(decision=Decision.APPROVED),
                name="bulletins_review_different_people",
            ),
            models.UniqueConstraint(
                fields=["edition", "round", "stage"],
                condition=Q(decision=Decision.APPROVED),
                name="bulletins_review_stage_once",
            ),
            models.CheckConstraint(
                name="bulletins_review_decision", condition=Q(decision__in=Decision.values)
            ),
            models.CheckConstraint(
                name="bulletins_review_reason_when_sent_back",
                condition=Q(decision=Decision.APPROVED) | Q(remark__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer} {self.get_decision_display()}"

    @property
    def comment(self) -> str:
        """What she said with it; "" where nothing, or where it had to be erased."""
        return self.remark.text if self.remark else ""
