"""词库: what the office teaches its search."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone


class LexiconKind(models.TextChoices):
    """A word is cut as one; synonyms stand for each other; a stop word decides nothing."""

    WORD = "word", "词"
    SYNONYMS = "synonyms", "同义词"
    STOP_WORD = "stop_word", "停用词"


class LexiconEntry(models.Model):
    """words: as an editor wrote them, one on a line. folded: the same as compared, in order.

    ``workflow.lexicon`` writes both; a word and a stop word are one line, synonyms several.
    """

    kind = models.CharField(
        "类别", max_length=10, choices=LexiconKind, default=LexiconKind.SYNONYMS
    )
    words = models.TextField("词", max_length=400)
    folded = models.CharField(max_length=300, editable=False)
    changed_at = models.DateTimeField("改动时间", default=timezone.now, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "词条", "词库"
        ordering: ClassVar = ["-changed_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_lexiconentry_kind", condition=Q(kind__in=LexiconKind.values)
            ),
            models.CheckConstraint(
                name="bulletins_lexiconentry_says", condition=~Q(folded="") & ~Q(words="")
            ),
            models.CheckConstraint(
                name="bulletins_lexiconentry_synonyms_are_several",
                condition=Q(kind=LexiconKind.SYNONYMS, folded__contains="\n")
                | ~Q(kind=LexiconKind.SYNONYMS) & ~Q(folded__contains="\n"),
            ),
            models.UniqueConstraint(fields=["kind", "folded"], name="bulletins_lexiconentry_once"),
        ]

    def __str__(self) -> str:
        return "、".join(self.words.split("\n"))
