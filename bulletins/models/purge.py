"""The log of purges: what has to leave every store of finished pages."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Purge(models.Model):
    """Written in the transaction of a change, under the audit chain's lock.

    So the order of ids is that of commits, and one number says what a store has applied.
    addresses: as ``store.affected`` has them, one a line. everything: the whole store. beside: the
    number of an article whose neighbours in its columns' lists are meant, too. Old rows are cleared
    away.
    """

    addresses = models.TextField("地址", blank=True)
    everything = models.BooleanField("全部", default=False)
    beside = models.PositiveBigIntegerField("相邻的信息", null=True)
    made_at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "页面清理"
        indexes: ClassVar = [models.Index(fields=["made_at"], name="bulletins_purge_made")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_purge_says",
                condition=Q(everything=True, addresses="", beside=None)
                | (Q(everything=False) & ~Q(addresses="")),
            )
        ]

    def __str__(self) -> str:
        return "全部" if self.everything else "、".join(self.addresses.split())
