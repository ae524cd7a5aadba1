"""What a person says again and again."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

LONGEST_PHRASE = 60


class Phrase(models.Model):
    """常用语: of one person, seen by nobody else."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="phrases")
    text = models.CharField(max_length=LONGEST_PHRASE)
    used = models.PositiveIntegerField(default=1)
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "常用语"
        ordering: ClassVar = ["-used", "-used_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "text"], name="bulletins_phrase_once"),
            models.CheckConstraint(name="bulletins_phrase_says", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text
