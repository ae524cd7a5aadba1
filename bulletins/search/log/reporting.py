"""What is looked for most, and what is looked for in vain, over some days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, Sum

from bulletins.document.wording import BEIJING
from bulletins.indexing.lexicon import synonyms
from bulletins.models import AskedQuery
from bulletins.permissions import Scope
from bulletins.permissions.keepers import keeps_search

SPANS = (7, 30, 90)
MOST = 50
NOTHING = AskedQuery.objects.none()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing looked for. also: what the 词库 says it stands for, too."""

    folded: str
    said: str
    times: int
    in_vain: int
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """days: how many, today among them. times: of everything, and of what found nothing."""

    days: int
    times: int
    in_vain: int
    popular: list[Wanted]
    missed: list[Wanted]


def report_of(scope: Scope, now: datetime, days: int, *, most: int | None = MOST) -> Report:
    """Nothing to who does not keep the search. Three questions, and the 词库's."""
    since = now.astimezone(BEIJING).date() - timedelta(days=days - 1)
    rows = AskedQuery.objects.filter(day__gte=since) if keeps_search(scope) else NOTHING
    total = rows.aggregate(times=Sum("times", default=0), in_vain=Sum("in_vain", default=0))
    asked = (
        rows.order_by()
        .values("folded")
        .annotate(said=Max("said"), asked=Sum("times"), missed=Sum("in_vain"))
    )
    popular = asked.order_by("-asked", "folded")[:most]
    missed = asked.filter(missed__gt=0).order_by("-missed", "-asked", "folded")[:most]
    known = synonyms()
    return Report(days, **total, popular=_wanted(popular, known), missed=_wanted(missed, known))


def _wanted(
    rows: Iterable[Mapping[str, Any]], known: Mapping[str, tuple[str, ...]]
) -> list[Wanted]:
    return [
        Wanted(
            one["folded"], one["said"], one["asked"], one["missed"], known.get(one["folded"], ())
        )
        for one in rows
    ]
