"""What was looked for is forgotten: after thirteen months, or when who keeps the search says so."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.audit import record
from accounts.models import User
from bulletins.document.wording import BEIJING, midnight
from bulletins.models import AskedQuery
from bulletins.permissions.keepers import require_search_keeper
from bulletins.search.log.counting import count_asked

KEPT_DAYS = 396


def forget_asked() -> Iterator[datetime]:
    """Day by day; since when each was due."""
    last = timezone.now().astimezone(BEIJING).date() - timedelta(days=KEPT_DAYS)
    over = AskedQuery.objects.filter(day__lt=last)
    for day in over.order_by("day").values_list("day", flat=True).distinct():
        AskedQuery.objects.filter(day=day).delete()
        yield midnight(day + timedelta(days=KEPT_DAYS + 1))


def forget_query(folded: str, *, by: User) -> int:
    """Every day's count of it, that of today included; how many rows they were. Somebody's name
    may have been typed: the audit chain does not say what it was.
    """
    require_search_keeper(by, "删去检索记录")
    for _ in count_asked():
        pass  # what waits to be counted would bring it back
    return _forgotten(folded, by)


@transaction.atomic
def _forgotten(folded: str, by: User) -> int:
    gone, _ = AskedQuery.objects.filter(folded=folded).delete()
    if gone:
        record("forget_query", "askedquery", by=by, detail={"days": gone})
    return gone
