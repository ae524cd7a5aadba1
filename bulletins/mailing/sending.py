"""Sending what is due, one message after the other; what fails is tried again, later and later.

A message is claimed before it is sent, so that two senders do not send it twice; one that dies in
between leaves it to be sent again.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.utils import timezone

from bulletins.mailing.webhook import post
from bulletins.mailing.writing import wants
from bulletins.models import Outgoing

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
PAUSES = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 240, 720, 1440))
KEPT = timedelta(days=30)
MOST = 200  # in one go


def send_due() -> Iterator[datetime]:
    """Everything that is due now, one by one; of each that was sent, when it was written."""
    due = Outgoing.objects.filter(due_at__lte=timezone.now())
    for one in due.select_related("to")[:MOST]:
        if _try(one):
            yield one.made_at
    _forget()


def _try(message: Outgoing) -> bool:
    if not _claimed(message):
        return False
    try:
        _send(message)
    except Exception as problem:  # whatever a server does: the next message must go out
        _postpone(message, problem)
        return False
    Outgoing.objects.filter(pk=message.pk).update(sent_at=timezone.now(), due_at=None, said="")
    return True


def _claimed(message: Outgoing) -> bool:
    same = Outgoing.objects.filter(pk=message.pk, due_at=message.due_at, sent_at=None)
    return bool(same.update(due_at=timezone.now() + LEASE, tries=F("tries") + 1))


def _send(message: Outgoing) -> None:
    if message.to is None:
        post(message)
    elif wants(message.to):  # she may have switched them off since
        EmailMessage(
            message.subject,
            message.body,
            settings.DEFAULT_FROM_EMAIL,
            [message.to.email],
            headers={"Auto-Submitted": "auto-generated"},
        ).send()


def _postpone(message: Outgoing, problem: Exception) -> None:
    tried = message.tries  # before this one
    later = timezone.now() + PAUSES[tried] if tried < len(PAUSES) else None
    said = f"{type(problem).__name__}: {problem}"[:200]
    Outgoing.objects.filter(pk=message.pk).update(due_at=later, said=said)
    log.warning("Message %s was not sent (%s), try %s", message.pk, said, tried + 1)


def _forget() -> None:
    """What was sent or given up a month ago: titles do not stay here when a text is erased."""
    old = Q(sent_at__isnull=False) | Q(due_at=None)
    Outgoing.objects.filter(old, made_at__lt=timezone.now() - KEPT).delete()
