"""检索记录: what readers looked for is counted; what is older than thirteen months is forgotten."""

from collections.abc import Iterator
from datetime import datetime

from bulletins.search.log.counting import count_asked
from bulletins.search.log.forgetting import forget_asked


def keep_asked() -> Iterator[datetime]:
    yield from count_asked()
    yield from forget_asked()
