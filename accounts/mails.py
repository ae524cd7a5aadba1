"""Whether a person wants mails: she alone decides."""

from django.db import transaction

from accounts.audit import record
from accounts.models import User


@transaction.atomic
def switch_mails(person: User, *, on: bool) -> None:
    """From now on; messages that wait are not sent to who has switched them off."""
    if User.objects.filter(pk=person.pk).exclude(mails=on).update(mails=on):
        record("mails_on" if on else "mails_off", person, by=person)
