"""清除余项: what a crash or a reader in the way left undone right after the verb."""

from collections.abc import Iterator
from datetime import datetime

from bulletins.erasing import finish
from bulletins.models import Erasure


def finish_erasings() -> Iterator[datetime]:
    """All of them together, for the database is cleaned as a whole; since when each was due."""
    waiting = Erasure.objects.filter(done_at=None).order_by("pk")
    since = list(waiting.values_list("article__erased_at", flat=True))
    if since and finish():
        yield from (moment for moment in since if moment)
