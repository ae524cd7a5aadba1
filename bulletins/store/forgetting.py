"""The log is kept for two days; and where something is erased, no page is kept at all."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.models import Purge
from bulletins.store.folder import the_folder
from bulletins.store.sweeping import empty_trash

KEPT = timedelta(days=2)


def forget_pages() -> None:
    """Of this machine's store nothing is left, whether it is in use or not. Raises OSError."""
    folder = the_folder()
    if folder.root.exists():
        with folder.locked():
            folder.empty()
            folder.clear_temp()
        empty_trash(folder)


def forget_purges() -> Iterator[datetime]:
    """All but the last row, by which a store that was away knows its log; since when it was due."""
    before = timezone.now() - KEPT
    last = Purge.objects.order_by("-pk").first()
    old = Purge.objects.filter(made_at__lt=before, pk__lt=last.pk if last else 0)
    if old.delete()[0]:
        yield before
