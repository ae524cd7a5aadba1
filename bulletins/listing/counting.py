"""How many articles a list holds: kept, and brought up to the moment by what began or ended since.

A count is true at one moment. A scheduled release needs nothing to run at its time, so whoever
asks later adds the rows whose interval began since, and takes away those whose interval ended.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from django.db.models import Count, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone

from bulletins.listing.names import ALL
from bulletins.models import Article, ListCount, Listing

NOTHING, STEP = timedelta(), timedelta(microseconds=1)
BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)  # nothing here was public then


def counts(names: Collection[str], at: datetime | None = None) -> dict[str, int]:
    """How many articles each list holds at that moment, now or later; one query for all."""
    return dict.fromkeys(names, 0) | dict(held_in_each(names, at or timezone.now()))


def held_in_each(
    names: Collection[str | Combinable], at: datetime
) -> QuerySet[ListCount, tuple[str, int]]:
    """The lists among these that were ever counted, each with what it holds."""
    return ListCount.objects.filter(list__in=names).values_list("list", held(at))


def held_in(name: str | Combinable, at: datetime) -> Coalesce:
    """What the list of that name holds: to be read along with any row that has a list."""
    return Coalesce(Subquery(ListCount.objects.filter(list=name).values_list(held(at))), 0)


def held(at: datetime) -> Combinable:
    """What a ``ListCount`` comes to at that moment."""
    rows = Listing.objects.filter(list=OuterRef("list"))
    begun = rows.filter(live_from__gt=OuterRef("at"), live_from__lte=at)
    ended = rows.filter(live_until__gt=OuterRef("at"), live_until__lte=at)
    return F("count") + _number(begun) - _number(ended)


def _number(rows: QuerySet[Listing]) -> Subquery:
    """COUNT as a plain function: as an aggregate it would be grouped, and NULL for none."""
    count = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.annotate(how_many=count).values("how_many"))


def live_lists(article: Article, at: datetime) -> Counter[str]:
    """In which lists an article stands at that moment."""
    live = Listing.objects.filter(edition__article=article, live_from__lte=at, live_until__gt=at)
    return Counter(live.values_list("list", flat=True))


def hold() -> None:
    """Who writes lists goes first, and nobody else meanwhile: every edition stands in that of all.

    Taken before it is read what lies in what, so that no list is written by an order of before.
    """
    list(ListCount.objects.select_for_update().filter(list=ALL))


def advance(names: Collection[str], at: datetime) -> dict[str, ListCount]:
    """Bring the kept counts of these lists to the moment, before their rows change; locks them."""
    _begin(names)
    kept = ListCount.objects.select_for_update().filter(list__in=names).order_by("list")
    found = {one.list: one for one in kept}
    for name, count in counts(found.keys(), at).items():
        found[name].count = count
        # That of all is a stamp (``lasting``): never twice the same, whatever the clock says.
        found[name].at = max(found[name].at + (STEP if name == ALL else NOTHING), at)
    return found


def _begin(names: Collection[str]) -> None:
    """A list that nobody counted yet held nothing at the beginning: who comes second waits here.

    Before anything is locked, and in the order of their names, as the locks are.
    """
    known = ListCount.objects.filter(list__in=names).values_list("list", flat=True)
    ListCount.objects.bulk_create(
        [ListCount(list=name, count=0, at=BEGINNING) for name in sorted({*names} - {*known})],
        ignore_conflicts=True,
    )


def change(kept: dict[str, ListCount], steps: Mapping[str, int]) -> None:
    """Store the counts, each moved by its step."""
    for one in kept.values():
        one.count += steps.get(one.list, 0)
    ListCount.objects.bulk_update(kept.values(), ["count", "at"])


def miscounted(at: datetime) -> Iterator[tuple[str, int, int]]:
    """Lists of which another number is kept than they hold: name, what is kept, what they hold."""
    live = Listing.objects.filter(live_from__lte=at, live_until__gt=at)
    holds = _number(live.filter(list=OuterRef("list")))
    kept = ListCount.objects.annotate(says=held(at), holds=holds)
    yield from kept.exclude(says=F("holds")).values_list("list", "says", "holds")
    unknown = live.exclude(list__in=ListCount.objects.values("list")).order_by()
    for name, number in unknown.values_list("list").annotate(how_many=Count("pk")):
        yield name, 0, number


def recount() -> None:
    """Count every list anew, also those that hold nothing yet: they are looked after in time."""
    now = timezone.now()
    live = Q(live_from__lte=now, live_until__gt=now)
    found = Listing.objects.values("list").annotate(count=Count("pk", filter=live)).order_by()
    ListCount.objects.all().delete()
    ListCount.objects.bulk_create(
        ListCount(list=row["list"], count=row["count"], at=now) for row in found.iterator()
    )
