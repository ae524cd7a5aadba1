"""What the index holds already and readers do not see yet."""

from datetime import datetime

from bulletins.listing import ALL
from bulletins.models import Listing


def upcoming(now: datetime) -> tuple[int, ...]:
    """Editions that are scheduled at that moment: nothing of them may tell on an answer, not even
    by pushing others out or by making other ways of looking needless. One query.
    """
    rows = Listing.objects.filter(list=ALL, live_from__gt=now).order_by("live_from")
    return tuple(rows.values_list("edition", flat=True))
