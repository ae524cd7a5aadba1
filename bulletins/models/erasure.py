"""What an erasing leaves to be done once it is committed."""

from typing import ClassVar

from django.db import models

from bulletins.models.article import Article


class Erasure(models.Model):
    """清除余项: of one erased article. Its rows are empty already.

    files: places in the storage that are still to be emptied. done_at: since when neither they nor
    the database's own files hold anything of it.
    """

    article = models.OneToOneField(Article, models.PROTECT, related_name="erasure")
    files = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "清除余项"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.article)
