"""What is left to do once an erasing is committed: files, and what deleted rows leave behind.

It can be done again at any time; what a crash or a reader in the way left undone is done the next
time (``manage.py finish_erasing``, at every start of ``make run``).
"""

import logging
from collections.abc import Iterable

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from accounts.locks import one_at_a_time
from bulletins.erasing.engines import is_small, scrub
from bulletins.files.storing import lock_of
from bulletins.models import Edition, Erasure, Import, StoredFile
from bulletins.pdf import drop
from bulletins.store.forgetting import forget_pages

log = logging.getLogger(__name__)


def finish_quickly() -> None:
    """``finish`` for a request: what takes long is left to ``manage.py run_due``."""
    if is_small():
        finish()
    else:
        _remove_files(Erasure.objects.filter(done_at=None))


def finish() -> int:
    """Out comes how many erasings are done with now; outside of a transaction."""
    waiting = list(Erasure.objects.filter(done_at=None))
    _remove_files(waiting)
    if not waiting:
        return 0
    if not scrub():
        log.warning("清除没有全部完成：有程序还在读旧的数据，请稍后运行 manage.py finish_erasing")
        return 0
    done = Erasure.objects.filter(pk__in=[one.pk for one in waiting], done_at=None)
    return done.update(done_at=timezone.now())


def _remove_files(waiting: Iterable[Erasure]) -> None:
    """The names go as well: a file is named by a hash of what was in it."""
    for erasure in waiting:
        forget_pages()
        for place in erasure.files:
            _remove(place)
        drop(Edition.objects.filter(article=erasure.article_id).values_list("pk", flat=True))
        Erasure.objects.filter(pk=erasure.pk).update(files=[])


@transaction.atomic
def _remove(place: str) -> None:
    """Unless somebody has brought the same file again meanwhile."""
    one_at_a_time(lock_of(place))
    if StoredFile.objects.filter(content=place).exists():
        return
    if not Import.objects.filter(original=place).exists():
        default_storage.delete(place)
