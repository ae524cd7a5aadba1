"""Related articles for what became public without a release of its own: moved in, or older."""

from django.db import transaction

from bulletins.drafting.locking import one_by_one
from bulletins.listing import related_to
from bulletins.models import Edition
from bulletins.rendering import keep_related
from bulletins.store import note_everything


def relate_missing() -> int:
    """Choose them wherever none were chosen; one article at a time, so it may be broken off.

    Out comes how many articles that were.
    """
    unrelated = Edition.objects.live().filter(rendered_facts__related__isnull=True)
    done = one_by_one(unrelated, lambda held: keep_related(held, related_to(held)))
    if done:
        _have_pages_made_anew()
    return done


@transaction.atomic
def _have_pages_made_anew() -> None:
    note_everything()
