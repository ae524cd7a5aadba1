"""An article taken away from readers, and what they are told instead."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bulletins.models.article import Article
from bulletins.models.states import WithdrawalReason


class WithdrawalQuerySet(models.QuerySet["Withdrawal"]):
    """Withdrawals by name."""

    def standing(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(restored_at=None)


class Withdrawal(models.Model):
    """撤下. reason and explanation are public; see_instead is an address, or empty.

    An article may be withdrawn, restored, and withdrawn again; at most one stands at a time.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="withdrawals")
    at = models.DateTimeField("撤下时间", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField("原因", max_length=12, choices=WithdrawalReason)
    explanation = models.TextField("公开说明", blank=True)
    see_instead = models.CharField("另见", max_length=500, blank=True)
    restored_at = models.DateTimeField("恢复公开时间", null=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "撤下"
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(restored_at=None),
                name="bulletins_withdrawal_one_stands",
            ),
            models.CheckConstraint(
                name="bulletins_withdrawal_reason", condition=Q(reason__in=WithdrawalReason.values)
            ),
            models.CheckConstraint(
                name="bulletins_withdrawal_restored_at_and_by",
                condition=Q(restored_at=None, restored_by=None)
                | Q(restored_at__isnull=False, restored_by__isnull=False, restored_at__gte=F("at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} {self.get_reason_display()}"
