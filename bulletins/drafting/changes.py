"""A draft has changed: count it, and say whose change it was."""

from django.db.models import F
from django.utils import timezone

from accounts.audit import record
from accounts.models import User
from bulletins.models import Edition


def changed(edition: Edition, action: str, *names: str, by: User) -> None:
    """names: the keys of parts or the names of fields that were changed, never their texts."""
    now = timezone.now()
    Edition.objects.filter(pk=edition.pk).update(changes=F("changes") + 1, changed_at=now)
    record(action, edition, by=by, detail={"changed": list(names)})
