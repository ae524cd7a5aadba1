"""Who has which box of a draft open, so that nobody is surprised."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from bulletins.models import Edition, Presence

STALE = timedelta(seconds=45)  # three missed beats


@dataclass(frozen=True, slots=True)
class Somebody:
    """name: how she is called on screen. key: the box she has open, "" for the page alone."""

    name: str
    key: str


@transaction.atomic
def say_here(edition: Edition, keys: Collection[str], *, by: User) -> None:
    """She is on the page and has these boxes open, and no others."""
    now = timezone.now()
    held = {"", *keys}
    edition.presences.filter(user=by).exclude(key__in=held).delete()
    for key in sorted(held):
        Presence.objects.update_or_create(edition=edition, user=by, key=key, defaults={"at": now})


def others_here(edition: Edition, *, by: User) -> list[Somebody]:
    """Everybody else who was there a moment ago, box by box."""
    since = timezone.now() - STALE
    found = edition.presences.filter(at__gt=since).exclude(user=by).select_related("user")
    return [Somebody(str(one.user), one.key) for one in found.order_by("user", "key")]
