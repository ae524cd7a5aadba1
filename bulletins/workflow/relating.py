"""Related articles for what became public without a release of its own: moved in, or older."""

from collections.abc import Sequence

from django.db import transaction

from bulletins.drafting.locking import lock_unless_erased
from bulletins.listing import related_to
from bulletins.models import Edition
from bulletins.rendering import keep_related
from bulletins.store import Change, note_all

STEP = 25  # at once: a quarter of a second, in which nobody else writes about these


def relate_missing() -> int:
    """Choose them wherever none were chosen; a few at a time, so it may be broken off.

    Out comes how many articles that were.
    """
    unrelated = Edition.objects.live().filter(rendered_facts__related__isnull=True)
    pks = list(unrelated.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), STEP):
        _relate(pks[start : start + STEP])
    return len(pks)


@transaction.atomic
def _relate(pks: Sequence[int]) -> None:
    """Their pages are made anew by what is noted here: whoever ends this leaves none behind."""
    held = [one for pk in pks if (one := lock_unless_erased(Edition(pk=pk)))]
    for edition in held:
        keep_related(edition, related_to(edition))
    note_all([Change(one.article.number) for one in held if one.article.number])
