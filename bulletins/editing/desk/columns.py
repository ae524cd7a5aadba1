"""Columns that go stale: their term for something new (更新期限) is nearly over, or is.

The term is the site's own (国办秘函〔2019〕19号: news two weeks, notices and policies six months).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bulletins.document.wording import BEIJING
from bulletins.editing.desk import finding
from bulletins.models import Role
from bulletins.permissions import Scope

WARNED = 7  # days before the term ends
KEEPERS = (Role.EDITOR, Role.DESK, Role.FINAL_REVIEWER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Stale:
    """over: its term has ended."""

    name: str
    slug: str
    said: str
    over: bool


def stale(scope: Scope, now: datetime) -> list[Stale]:
    """Of the columns she works in; one query, the most urgent first."""
    if not scope.anywhere(*KEEPERS):
        return []
    return [one for _, one in sorted(_stale(scope, now), key=lambda found: found[0])]


def _stale(scope: Scope, now: datetime) -> Iterator[tuple[int, Stale]]:
    for column in finding.freshness(now):
        if not scope.in_column(KEEPERS, column.pk):
            continue
        last: datetime | None = getattr(column, "last", None)
        term = column.freshness_days or 0
        days = term - _days_since(last, now) if last else -term
        if days <= WARNED:
            yield days, Stale(column.name, column.slug, _said(last, days, term), days < 0)


def _said(last: datetime | None, days: int, term: int) -> str:
    if last is None:
        return "还没有发布过"
    rule = f"应 {term} 天内更新"
    if days < 0:
        return f"已超期 {-days} 天（{rule}）"
    return f"还有 {days} 天到期（{rule}）" if days else f"今天到期（{rule}）"


def _days_since(last: datetime, now: datetime) -> int:
    return (now.astimezone(BEIJING).date() - last.astimezone(BEIJING).date()).days
