"""检索索引: articles to be looked at once more; made anew where words or rules have changed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.indexing import clear_left, index_noted, index_waiting, is_stale, rebuild

WITHIN = timedelta(seconds=40)  # what is not done by then is gone on with at the next run
LEFT = timedelta(minutes=1)  # nobody is in the middle of a search for longer


def keep_search() -> Iterator[datetime]:
    """Yields for each batch or article since when it was due, as near as is known."""
    begun = timezone.now()
    clear_left(begun - LEFT)
    if is_stale():
        yield from (begun for _ in rebuild(until=begun + WITHIN))
    yield from (begun for _ in range(index_noted()))
    for since in index_waiting():
        yield since
        if timezone.now() > begun + WITHIN:
            return
