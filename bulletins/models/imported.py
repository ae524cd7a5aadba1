"""导入: what came in, as it came, until it is a draft and after."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bulletins.models.column import Column
from bulletins.models.edition import Edition


class Import(models.Model):
    """One paste or file. The original is kept: a reviewer can hold it beside the text.

    html: the document that was understood, corrections by hand included, as
    ``document.html.writing`` spells it. notices: [[line, code, message, words of the line], …].
    edition: the draft that it became, or whose part it became.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="导入者", related_name="+"
    )
    at = models.DateTimeField("时间", default=timezone.now)
    name = models.CharField("文件名", max_length=200, blank=True)
    original = models.FileField("原件", upload_to="imports/%Y/%m/")
    column = models.ForeignKey(
        Column, models.PROTECT, verbose_name="栏目", related_name="+", null=True
    )
    html = models.TextField("认出的内容")
    notices = models.JSONField("提示", default=list)
    edition = models.ForeignKey(
        Edition, models.PROTECT, verbose_name="成为", related_name="imports", null=True
    )
    part_key = models.CharField("地区稿", max_length=6, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "导入"
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name or "粘贴的内容"
