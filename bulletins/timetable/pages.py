"""页面库: what its poller did not do, on this machine; and the log of purges is kept short."""

from collections.abc import Iterator
from datetime import datetime

from bulletins.store.applying import apply_quietly
from bulletins.store.forgetting import forget_purges


def keep_store() -> Iterator[datetime]:
    apply_quietly()
    yield from forget_purges()
