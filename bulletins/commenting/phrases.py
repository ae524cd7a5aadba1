"""Remembering what a person says in opinions and comments, to offer it again: to her alone."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import User
from bulletins.models import Phrase
from bulletins.models.phrase import LONGEST_PHRASE

OFFERED, KEPT = 8, 40


@transaction.atomic
def remember(text: str, *, by: User) -> None:
    """Short words only, on one line: a long opinion is about one text, and said once."""
    said = text.replace("\0", "").strip()
    if not said or len(said) > LONGEST_PHRASE or "\n" in said:
        return
    found, made = Phrase.objects.get_or_create(user=by, text=said)
    if not made:
        Phrase.objects.filter(pk=found.pk).update(used=F("used") + 1, used_at=timezone.now())
    kept = list(by.phrases.order_by("-used_at").values_list("pk", flat=True)[:KEPT])
    by.phrases.exclude(pk__in=kept).delete()


def phrases_of(by: User) -> list[Phrase]:
    """All of hers, the most used first."""
    return list(by.phrases.all())


def offered_to(by: User) -> list[str]:
    """The few that stand beside a field."""
    return list(by.phrases.values_list("text", flat=True)[:OFFERED])


def forget(pk: int, *, by: User) -> None:
    """One of hers; another's is not touched."""
    by.phrases.filter(pk=pk).delete()
