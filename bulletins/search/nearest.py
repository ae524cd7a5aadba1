"""Where else to look when a region says nothing: what it lies in, what it holds, its neighbours."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Case, OuterRef, Q, Value, When
from django.db.models.functions import Concat

from bulletins.listing import held_in, region_list
from regions.models import Region

MOST = 12
LINKS = ("parent", "also_under", "parent__parent")


class Near(NamedTuple):
    """A region with something public. held: how many articles."""

    code: str
    name: str
    held: int


def nearest_regions(code: str, now: datetime) -> tuple[Near, ...]:
    """At most twelve: those it lies in, those in it, those beside it; of each the fullest first.

    Beside a province are those of its part of the country (西南: codes that begin with 5). Two
    queries.
    """
    links = next(iter(Region.objects.filter(pk=code).values_list(*LINKS)), None)
    if links is None:
        return ()
    above, within = [one for one in links if one], Q(parent=code) | Q(also_under=code)
    beside = Q(parent=links[0]) if links[0] else Q(parent=None, pk__startswith=code[0])
    place = Case(When(pk__in=above, then=0), When(within, then=1), default=2)
    held = held_in(Concat(Value(region_list("")), OuterRef("pk")), now)
    near = Region.objects.filter(Q(pk__in=above) | within | beside).exclude(pk=code)
    rows = near.annotate(held=held, place=place).filter(held__gt=0)
    found = rows.order_by("place", "-held", "pk").values_list("pk", "short_name", "held")
    return tuple(Near(*row) for row in found[:MOST])
