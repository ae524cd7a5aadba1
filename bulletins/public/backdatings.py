"""改首次发布时间: every time it was done, as the audit chain has it; readers are told of each."""

from datetime import datetime
from typing import NamedTuple

from accounts.models import AuditEntry, Remark
from bulletins.models import Article


class Backdating(NamedTuple):
    """reason: "" where it was erased."""

    at: datetime
    was: datetime
    to: datetime
    reason: str


def backdatings(article: Article) -> list[Backdating]:
    """In order; of an article whose date nobody changed without a query."""
    if article.backdated_at is None:
        return []
    entries = AuditEntry.objects.filter(object=f"article:{article.pk}", action="backdate")
    rows = list(entries.order_by("seq").values_list("at", "detail", "remark_id"))
    reasons = Remark.objects.in_bulk([remark for *_, remark in rows if remark])
    return [
        Backdating(at, _moment(detail["was"]), _moment(detail["to"]), _text(reasons.get(remark)))
        for at, detail, remark in rows
    ]


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said)


def _text(remark: Remark | None) -> str:
    return remark.text if remark else ""
