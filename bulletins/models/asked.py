"""What readers look for: counted, never who, and no time finer than the day."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

LONGEST_ASKED = 64


class AskedQuery(models.Model):
    """检索记录: how often one thing was looked for on one day, and how often nothing was found.

    folded: as compared. said: as somebody typed it that day, without numbers (``search.log``).
    """

    day = models.DateField("日期")
    folded = models.CharField(max_length=LONGEST_ASKED)
    said = models.CharField("查的词", max_length=LONGEST_ASKED)
    times = models.PositiveIntegerField("次数", default=0)
    in_vain = models.PositiveIntegerField("没查到的次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "检索记录"
        ordering: ClassVar = ["-day", "-times", "folded"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "folded"], name="bulletins_askedquery_once"),
            models.CheckConstraint(
                name="bulletins_askedquery_says", condition=~Q(folded="") & ~Q(said="")
            ),
            models.CheckConstraint(
                name="bulletins_askedquery_in_vain_is_some_of_them",
                condition=Q(in_vain__lte=F("times")),
            ),
        ]

    def __str__(self) -> str:
        return self.said
