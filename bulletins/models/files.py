"""Pictures and attachments: kept once by the SHA-256 of their bytes."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bulletins.models.edition import Edition


class StoredFile(models.Model):
    """文件. Bodies and attachments name it ``file:<sha256>``, wherever the storage keeps it."""

    sha256 = models.CharField("校验码", max_length=64, primary_key=True)
    content = models.FileField("文件", upload_to="files/")
    name = models.CharField("原名", max_length=200)
    type = models.CharField("类型", max_length=100)
    size = models.PositiveBigIntegerField("大小（字节）")
    width = models.PositiveIntegerField("宽", null=True)
    height = models.PositiveIntegerField("高", null=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("上传时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "文件"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_storedfile_picture_has_both_sides",
                condition=Q(width=None, height=None)
                | Q(width__isnull=False, width__gte=1, height__isnull=False, height__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        """Whether it can stand in a text; everything else is an attachment."""
        return self.width is not None


class FileUse(models.Model):
    """Which edition shows which picture: who may read the one may see the other."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="file_uses")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="uses")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "file"], name="bulletins_fileuse_once")
        ]


class Attachment(models.Model):
    """附件. One that was only named in what was imported has no file, but perhaps an address."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="attachments")
    key = models.CharField(max_length=6, editable=False)
    position = models.PositiveSmallIntegerField("顺序")
    title = models.CharField("名称", max_length=200)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, verbose_name="文件", related_name="+", null=True, blank=True
    )
    address = models.CharField("原地址", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "key"], name="bulletins_attachment_key"),
            models.CheckConstraint(
                name="bulletins_attachment_has_key_and_title", condition=~Q(key="") & ~Q(title="")
            ),
        ]

    def __str__(self) -> str:
        return self.title
