"""Titles as they are compared: 标题查重."""

from typing import ClassVar

from django.db import models

from bulletins.models.edition import Edition


class ComparedTitle(models.Model):
    """An edition's title without spaces, marks and widths (``document.titles``); derived.

    begins and ends are its first and last characters: like titles share one of them.
    """

    edition = models.OneToOneField(
        Edition, models.CASCADE, primary_key=True, related_name="compared_title"
    )
    bare = models.CharField(max_length=300, db_index=True)
    begins = models.CharField(max_length=4, db_index=True)
    ends = models.CharField(max_length=4, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "查重标题"
        ordering: ClassVar = ["-edition"]

    def __str__(self) -> str:
        return self.bare
