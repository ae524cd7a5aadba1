"""Related articles for what became public without a release of its own: moved in, or older."""

from bulletins.drafting.locking import one_by_one
from bulletins.listing import related_to
from bulletins.models import Edition
from bulletins.rendering import keep_related
from bulletins.store import Change, note


def relate_missing() -> int:
    """Choose them wherever none were chosen; one article at a time, so it may be broken off.

    Out comes how many articles that were.
    """
    unrelated = Edition.objects.live().filter(rendered_facts__related__isnull=True)
    return one_by_one(unrelated, _relate)


def _relate(held: Edition) -> None:
    """Its page is made anew in the same transaction: whoever ends this leaves none behind."""
    keep_related(held, related_to(held))
    note(Change(held.article.number or 0))
