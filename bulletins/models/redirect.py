"""Where an address of an older site leads now."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bulletins.models.article import Article


class Redirect(models.Model):
    """旧地址: a path of this site (``/news/2019/03/12.html``), with its query if it had one."""

    path = models.CharField("旧地址", max_length=500, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="redirects")

    class Meta:
        verbose_name = verbose_name_plural = "旧地址"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_redirect_is_a_path",
                condition=Q(path__startswith="/") & ~Q(path__startswith="//"),
            )
        ]

    def __str__(self) -> str:
        return self.path
