"""What an edition changed of the one before it: told to readers in a word, kept at release."""

from bulletins.document.diff.compare import compare
from bulletins.document.diff.spots import Spots, spots
from bulletins.drafting import document_of
from bulletins.models import Edition


def changes_of(edition: Edition) -> Spots | None:
    """Compared with what readers had before; None of what came first.

    No other edition can come between: while one is scheduled, no other is released.
    """
    earlier = edition.article.editions.released().filter(live_from__lt=edition.live_from)
    before = earlier.latest_first().first() if edition.live_from else None
    return spots(compare(document_of(before), document_of(edition))) if before else None
