"""Columns that go stale: their term for something new (更新期限) is nearly over, or is.

The term is the site's own (国办秘函〔2019〕19号: news two weeks, notices and policies six months).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bulletins.document.wording import BEIJING
from bulletins.models import Column, Role
from bulletins.permissions import Scope

WARNED = 7  # days before the term ends
KEEPERS = (Role.EDITOR, Role.DESK, Role.FINAL_REVIEWER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Stale:
    """over: its term has ended. slug: "" of what is no column."""

    name: str
    slug: str
    said: str
    over: bool


def stale(columns: Iterable[Column], scope: Scope, now: datetime) -> list[Stale]:
    """Of the columns she works in; the most urgent first."""
    return [one for _, one in sorted(_stale(columns, scope, now), key=lambda found: found[0])]


def _stale(columns: Iterable[Column], scope: Scope, now: datetime) -> Iterator[tuple[int, Stale]]:
    for column in columns:
        term = column.freshness_days
        if term is None or not scope.in_column(KEEPERS, column.pk):
            continue
        last = last_of(column)
        days = days_left(term, last, now) if last else -term
        if days <= WARNED:
            said = in_words(term, days) if last else "还没有发布过"
            yield days, Stale(column.name, column.slug, said, days < 0)


def last_of(column: Column) -> datetime | None:
    """Of a column as ``finding.columns`` reads it."""
    found: datetime | None = getattr(column, "last", None)
    return found


def days_left(term: int, last: datetime, now: datetime) -> int:
    """Whole days in Beijing; below nought once the term is over."""
    since = now.astimezone(BEIJING).date() - last.astimezone(BEIJING).date()
    return term - since.days


def in_words(term: int, days: int) -> str:
    """还有 3 天到期（应 14 天内更新）."""
    rule = f"应 {term} 天内更新"
    if days < 0:
        return f"已超期 {-days} 天（{rule}）"
    return f"还有 {days} 天到期（{rule}）" if days else f"今天到期（{rule}）"
