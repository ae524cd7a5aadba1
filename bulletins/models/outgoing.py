"""Messages on their way out: written with the act they tell of, sent by a command of their own."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bulletins.models.edition import Edition


class Outgoing(models.Model):
    """待发. A mail to a person, or a message to the office messenger (to is None).

    edition: None where it is about no article (an error on another page).
    due_at: when it is tried next. said: why the last try failed. Sent and given up, it is forgotten
    after a month (``mailing.sending``).
    """

    event = models.CharField(max_length=40)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+", null=True, blank=True)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True, blank=True
    )
    subject = models.CharField(max_length=400)
    body = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now, null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "待发消息"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_outgoing_sent_is_not_due",
                condition=Q(sent_at=None) | Q(due_at=None),
            )
        ]
        indexes: ClassVar = [models.Index(fields=["due_at"], name="bulletins_outgoing_due")]

    def __str__(self) -> str:
        return f"{self.event} {self.to or ''}".strip()
