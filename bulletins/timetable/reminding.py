"""One reminder, once, however many runners there are."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.locks import one_at_a_time
from accounts.models import User
from accounts.system import system_user
from bulletins.drafting.locking import lock_unless_erased
from bulletins.mailing import Message, tell
from bulletins.models import Edition, Outgoing


@transaction.atomic
def remind(
    event: str,
    edition: Edition | None,
    message: Message,
    people: Iterable[User],
    *,
    again: timedelta,
) -> bool:
    """Put it into the outbox, unless it was there within that time; whether anybody is told.

    edition: None for what is about no article, which is asked for all together.
    """
    if not (settings.MAILS or settings.WEBHOOK_URL):
        return False
    one_at_a_time("reminding")
    held = lock_unless_erased(edition) if edition else None
    if edition and held is None:
        return False
    since = timezone.now() - again
    if Outgoing.objects.filter(event=event, edition=held, made_at__gt=since).exists():
        return False
    return tell(held, message, people, by=system_user("timetable")) > 0
