"""What readers were given that is not what is true: found by reading pages back after a change."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Amiss(models.TextChoices):
    """In words for the desk."""

    OTHER = "other", "读者看到的与系统中的不一致，可能还是改动以前的"
    THERE = "there", "应当已经不公开，读者却仍能打开"
    GONE = "gone", "应当公开，读者却打不开"
    AWAY = "away", "核对程序没有得到回答"


class PageAlarm(models.Model):
    """One for each address on each machine, until it is right again (``store.probing``).

    machine: whose poller read it there; another one may be given the right page. seen_at: when it
    was last found wrong.
    """

    address = models.CharField("地址", max_length=200)
    machine = models.CharField("机器", max_length=16)
    amiss = models.CharField("问题", max_length=10, choices=Amiss.choices)
    since = models.DateTimeField("发现时间")
    seen_at = models.DateTimeField("最近核对")

    class Meta:
        verbose_name = verbose_name_plural = "页面警报"
        ordering: ClassVar = ["since", "address"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["address", "machine"], name="bulletins_pagealarm_once"),
            models.CheckConstraint(
                name="bulletins_pagealarm_named",
                condition=Q(address__startswith="/", amiss__in=Amiss.values) & ~Q(machine=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address}：{self.get_amiss_display()}"
