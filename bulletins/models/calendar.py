"""The days on which the office does not keep to the week."""

from typing import ClassVar

from django.db import models


class SpecialDay(models.Model):
    """放假和调休: a working day without work, or a day of the weekend with it."""

    day = models.DateField("日期", unique=True)
    works = models.BooleanField("上班", default=False, help_text="周末调休上班的打勾，放假的不打")
    name = models.CharField("说明", max_length=40, blank=True, help_text="如 国庆节")

    class Meta:
        verbose_name = verbose_name_plural = "放假和调休"
        ordering: ClassVar = ["-day"]

    def __str__(self) -> str:
        return f"{self.day} {self.name or ('上班' if self.works else '放假')}"
