"""How many articles a list holds: kept, and brought up to the moment by what began or ended since.

A count is true at one moment. A scheduled release needs nothing to run at its time, so whoever
asks later adds the rows whose interval began since, and takes away those whose interval ended.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone

from bulletins.models import Article, ListCount, Listing


def counts(names: Collection[str], at: datetime | None = None) -> dict[str, int]:
    """How many articles each list holds at that moment, now or later; three queries for all."""
    at = at or timezone.now()
    kept = ListCount.objects.in_bulk(list(names))
    since = min((one.at for one in kept.values()), default=at)
    found = {name: one.count for name, one in kept.items()}
    for name, moment, change in _events(kept, since, at):
        if moment > kept[name].at:
            found[name] += change
    return {name: found.get(name, 0) for name in names}


def live_lists(article: Article, at: datetime) -> Counter[str]:
    """In which lists an article stands at that moment."""
    live = Listing.objects.filter(edition__article=article, live_from__lte=at, live_until__gt=at)
    return Counter(live.values_list("list", flat=True))


def advance(names: Collection[str], at: datetime) -> dict[str, ListCount]:
    """Bring the kept counts of these lists to the moment, before their rows change; locks them."""
    kept = ListCount.objects.select_for_update().filter(list__in=names).order_by("list")
    found = {one.list: one for one in kept}
    since = min((one.at for one in found.values()), default=at)
    for name, moment, change in _events(found, since, at):
        if moment > found[name].at:
            found[name].count += change
    for one in found.values():
        one.at = max(one.at, at)
    return found


def change(kept: dict[str, ListCount], steps: Mapping[str, int], at: datetime) -> None:
    """Store the counts, each moved by its step; a list seen for the first time is counted."""
    for one in kept.values():
        one.count += steps.get(one.list, 0)
    ListCount.objects.bulk_update(kept.values(), ["count", "at"])
    ListCount.objects.bulk_create(
        ListCount(list=name, count=Listing.objects.of(name, at).count(), at=at)
        for name in sorted(steps.keys() - kept.keys())
    )


def recount() -> None:
    """Count every list anew."""
    now = timezone.now()
    live = Listing.objects.filter(live_from__lte=now, live_until__gt=now)
    found = live.values("list").annotate(count=Count("pk")).order_by()
    ListCount.objects.all().delete()
    ListCount.objects.bulk_create(
        ListCount(list=row["list"], count=row["count"], at=now) for row in found.iterator()
    )


def _events(
    names: Iterable[str], since: datetime, until: datetime
) -> Iterable[tuple[str, datetime, int]]:
    """(list, moment, +1 or -1) for every beginning and end in since < moment <= until."""
    rows = Listing.objects.filter(list__in=list(names)).filter(
        Q(live_from__gt=since, live_from__lte=until)
        | Q(live_until__gt=since, live_until__lte=until)
    )
    for name, begins, ends in rows.values_list("list", "live_from", "live_until"):
        if since < begins <= until:
            yield name, begins, 1
        if since < ends <= until:
            yield name, ends, -1
