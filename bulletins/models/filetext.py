"""What an attachment says, read by a program: for who cannot open it, and for search."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from bulletins.models.files import StoredFile


class FileTextState(models.TextChoices):
    READING = "reading", "正在读取"
    DONE = "done", "有文字版"
    NONE = "none", "没有文字"  # scanned, empty, or of a kind that nobody reads
    FAILED = "failed", "读不出"


class FileText(models.Model):
    """文字版 of one file; it goes when the file goes.

    leaves: as ``document.filetext.leaves`` has them. pages, sheets: how many the file has. is_cut:
    more is in it than was read. reader: which reader answered, "" while none has. begun_at, tries:
    of the reading that goes on, or went on when it was killed.
    """

    file = models.OneToOneField(
        StoredFile, models.CASCADE, primary_key=True, related_name="text", verbose_name="文件"
    )
    state = models.CharField(
        "状态", max_length=8, choices=FileTextState, default=FileTextState.READING
    )
    leaves = models.JSONField(default=list)
    pages = models.PositiveIntegerField("页数", null=True)
    sheets = models.PositiveIntegerField("工作表数", null=True)
    is_cut = models.BooleanField(default=False)
    reader = models.CharField(max_length=20, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "附件的文字版"
        indexes: ClassVar = [models.Index(fields=["reader"], name="bulletins_filetext_reader")]

    def __str__(self) -> str:
        return f"{self.file_id[:8]}：{self.get_state_display()}"
