"""What changes by itself: releases to come, ends, deadlines, places on top.

Nothing runs at such a moment for readers (``Edition.objects.live``); but a finished page was made
before it, and must not be handed out after it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from bulletins.document.wording import BEIJING, midnight
from bulletins.models import FOREVER, Listing, Placing
from bulletins.models.prepared import Together, prepared
from bulletins.store.affected import Change

ALL = "all"  # the list of all released editions (``listing.names``)
MOMENTS = ("live_from", "live_until", "deadline")
MOST = 200  # articles at once; of more, everything is taken out
PRINTED = ("title", "link", "edition__column")


def next_event(now: datetime) -> datetime:
    """The first moment after now at which some page changes by itself; midnight at the latest."""
    return min([*(moment for (moment,) in _coming(now)), end_of_day(now)])


@prepared
def _coming(now: datetime) -> Together[tuple[datetime]]:
    """The first of each kind."""
    rows = Listing.objects.filter(list=ALL)
    kinds = [(rows, name) for name in MOMENTS]
    return Together(
        *(_first(found, name, now) for found, name in kinds),
        _first(Placing.objects.all(), "pinned_until", now),
    )


def _first(rows: QuerySet[Any], name: str, now: datetime) -> QuerySet[Any, tuple[datetime]]:
    later = rows.filter(**{f"{name}__gt": now, f"{name}__lt": FOREVER})
    return later.order_by(name).values_list(name)[:1]


def end_of_day(now: datetime) -> datetime:
    return midnight(now.astimezone(BEIJING).date() + timedelta(days=1))


def happened(since: datetime, now: datetime) -> list[Change] | None:
    """What changed by itself after since and up to now; None for too much."""
    found: set[int] = set()
    for name in MOMENTS:  # each by its own index: an OR would be read as a whole
        those = Listing.objects.filter(_between(name, since, now), list=ALL)
        found |= set(those.values_list("pk", flat=True)[: MOST + 1])
    if len(found) > MOST:
        return None
    said = ("edition__article", "number", "live_from", "live_until", "first_published_at", *PRINTED)
    by_article: dict[int, list[dict[str, Any]]] = defaultdict(list)
    touched = Listing.objects.filter(pk__in=found).order_by("live_from")
    for row in touched.values(*said) if found else ():
        by_article[row["edition__article"]].append(row)
    unpinned = Placing.objects.filter(_between("pinned_until", since, now))
    numbers = dict(unpinned.values_list("article", "article__number")[: MOST + 1])
    if len(by_article) + len(numbers) > MOST:
        return None
    lists = _lists_of(by_article.keys() | numbers.keys())
    changes = [_change(rows, lists[pk], since, now) for pk, rows in by_article.items()]
    return [*changes, *(Change(number, lists[pk]) for pk, number in numbers.items() if number)]


def _between(name: str, since: datetime, now: datetime) -> Q:
    return Q(**{f"{name}__gt": since, f"{name}__lte": now})


def _change(
    rows: list[dict[str, Any]], lists: frozenset[str], since: datetime, now: datetime
) -> Change:
    """rows: its editions that began, ended or closed then, in their order."""
    begun = [row for row in rows if since < row["live_from"] <= now]
    ended = [row for row in rows if since < row["live_until"] <= now]
    number = rows[0]["number"]
    if not begun and not ended:
        return Change(number, lists)
    if begun and not ended and begun[0]["live_from"] == begun[0]["first_published_at"]:
        return Change(number, lists, beside=True)
    alike = begun and ended and all(begun[-1][name] == ended[0][name] for name in PRINTED)
    return Change(number, lists, elsewhere=not alike)


def _lists_of(articles: Iterable[int]) -> dict[int, frozenset[str]]:
    rows = Listing.objects.filter(edition__article__in=list(articles))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for article, name in rows.values_list("edition__article", "list").distinct():
        found[article].add(name)
    return defaultdict(frozenset, {pk: frozenset(names) for pk, names in found.items()})


def beside(number: int, now: datetime) -> set[int]:
    """The numbers of what stands right before and after an article in the lists of columns."""
    own = Listing.objects.filter(edition__article__number=number, list__startswith="column:")
    found: set[int] = set()
    for name, at in own.values_list("list", "first_published_at").distinct():
        if name.count(":") == 1:
            rows = Listing.objects.of(name, now).exclude(number=number)
            later = rows.filter(
                Q(first_published_at__gt=at) | Q(first_published_at=at, number__gt=number)
            )
            earlier = rows.filter(
                Q(first_published_at__lt=at) | Q(first_published_at=at, number__lt=number)
            )
            found |= set(later.reverse().values_list("number", flat=True)[:1])
            found |= set(earlier.values_list("number", flat=True)[:1])
    return found
