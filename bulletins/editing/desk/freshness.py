"""What makes a whole site fail an inspection: a home page or too many columns without anything new.

国办秘函〔2019〕19号: nothing new on the home page for two weeks; five columns past two weeks (news)
or six months (notices, policies), or ten past any term; five columns without anything at all.
Those who watch sites warn earlier, and so does the desk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bulletins.editing.desk import finding
from bulletins.editing.desk.columns import (
    KEEPERS,
    Stale,
    days_left,
    in_words,
    last_of,
    stale,
)
from bulletins.models import Column, ColumnKind
from bulletins.permissions import Scope

HOME_TERM, HOME_WARNED = 14, 4  # days
NEWS, HALF_YEAR = 14, range(180, 185)  # days: the terms of news, and of notices and policies
SHOWN = 6  # names of columns


@dataclass(frozen=True, slots=True)
class Freshness:
    """home: None while it is fresh. columns: hers that go stale. totals: of the whole site."""

    home: Stale | None
    columns: list[Stale]
    totals: list[Stale]

    @property
    def count(self) -> int:
        return len(self.columns) + bool(self.home)


def freshness_of(scope: Scope, now: datetime) -> Freshness | None:
    """Two queries; None where there is nothing to be said, or nobody to say it to."""
    if not scope.anywhere(*KEEPERS):
        return None
    columns = finding.columns(now)
    home, hers = _home(finding.newest(now), now), stale(columns, scope, now)
    totals = list(_totals(columns, scope, now))
    urgent = any(one.over for one in totals)
    return Freshness(home, hers, totals) if home or hers or urgent else None


def _home(newest: datetime | None, now: datetime) -> Stale | None:
    if newest is None:
        return Stale("首页", "", "还没有发布过", over=False)
    days = days_left(HOME_TERM, newest, now)
    return Stale("首页", "", in_words(HOME_TERM, days), days < 0) if days <= HOME_WARNED else None


def _totals(columns: Sequence[Column], scope: Scope, now: datetime) -> Iterator[Stale]:
    """over: so many that those who watch sites would warn."""
    hers = {one.pk for one in columns if scope.in_column(KEEPERS, one.pk)}
    empty = [one for one in columns if last_of(one) is None]
    late = [one for one in columns if _is_late(one, now)]
    strict = [one for one in late if _is_strict(one)]
    for name, found, most, warned in (
        ("超期栏目", late, 10, 8),
        ("其中动态、公告、政策栏目", strict, 5, 4),
        ("空白栏目", empty, 5, 2),
    ):
        if found:
            names = _names([one for one in found if one.pk in hers])
            said = f"{len(found)} 个{names}。满 {most} 个，检查不合格"
            yield Stale(name, "", said, len(found) >= warned)


def _names(columns: Sequence[Column]) -> str:
    """Of those in which she works; of other columns her desk says nothing."""
    more = "等" if len(columns) > SHOWN else ""
    return f"：{'、'.join(map(str, columns[:SHOWN]))}{more}" if columns else ""


def _is_late(column: Column, now: datetime) -> bool:
    last, term = last_of(column), column.freshness_days
    return last is not None and term is not None and days_left(term, last, now) < 0


def _is_strict(column: Column) -> bool:
    """News, or a paper that is due twice a year: of these, five are too many."""
    term = column.freshness_days or 0
    return term <= NEWS or term in HALF_YEAR or column.kind == ColumnKind.NOTICE
