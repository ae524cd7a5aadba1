"""Where an address of an older site leads now."""

import re
from typing import ClassVar
from urllib.parse import unquote_to_bytes

from django.db import models
from django.db.models import Q
from django.utils.encoding import repercent_broken_unicode

from bulletins.document.plain import HIDDEN
from bulletins.models.article import Article

LONGEST_PATH = 500
ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)


def plain_address(address: str) -> str:
    """The one spelling of an old address: path and query, nothing percent-encoded that need not be.

    "http://www.example.cn/%e6%96%b0/1.html#top" → "/新/1.html"; what is no UTF-8 stays encoded.
    """
    path = ORIGIN.sub("", address, count=1).partition("#")[0] or ("/" if address else "")
    spelt = repercent_broken_unicode(unquote_to_bytes(path)).decode()
    return HIDDEN.sub("", spelt)


class Redirect(models.Model):
    """旧地址: a path of this site (``/news/2019/03/12.html``), with its query if it had one."""

    path = models.CharField("旧地址", max_length=LONGEST_PATH, unique=True)
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
