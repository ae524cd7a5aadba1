"""稿源库: publishers from whom the office may reprint."""

from typing import ClassVar

from django.db import models


class Source(models.Model):
    """来源: a publisher's name as it is printed, and its address.

    What comes from another publisher that has an address is a reprint (own is False).
    """

    name = models.CharField("名称", max_length=100, unique=True)
    address = models.URLField("网址", max_length=500, blank=True)
    own = models.BooleanField("本单位", default=False)
    approved = models.BooleanField("已核准", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "稿源"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(name="bulletins_source_named", condition=~models.Q(name=""))
        ]

    def __str__(self) -> str:
        return self.name
