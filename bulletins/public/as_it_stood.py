"""What became of an article, set back to a moment, from what the audit chain says of each act.

The chain holds no texts: a note or a basis that was replaced since is left out.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from accounts.models import AuditEntry
from bulletins.models import Article

Detail = Mapping[str, Any]


def set_back(article: Article, at: datetime) -> None:
    """Change the fields of this instance, which is not stored; one query."""
    entries = AuditEntry.objects.filter(
        object=f"article:{article.pk}", action__in=UNDONE, at__gt=at
    )
    for action, detail in entries.order_by("-seq").values_list("action", "detail"):
        for name, value in UNDONE[action](detail).items():
            setattr(article, name, value)


def _extended(detail: Detail) -> Mapping[str, Any]:
    closed = {"closed_at": _moment(detail["closed"])} if "closed" in detail else {}
    return {"extended_to": _moment(detail["was"])} | closed


def _validity(detail: Detail) -> Mapping[str, Any]:
    kind, since = detail.get("was", ("", ""))
    return {
        "validity": kind,
        "validity_from": date.fromisoformat(since) if since else None,
        "validity_basis": "",
    }


def _moment(said: str) -> datetime | None:
    return datetime.fromisoformat(said) if said else None


# What each act changed, as it was before
UNDONE: Mapping[str, Callable[[Detail], Mapping[str, Any]]] = {
    "close": lambda detail: {
        "closed_at": _moment(detail.get("was", "")),
        "closing_note": "",
        "outcome": "",
    },
    "restore": lambda detail: {"ends_at": _moment(detail["ended"])} if detail.get("ended") else {},
    "reopen": lambda detail: {"closed_at": _moment(detail["was"])},
    "extend": _extended,
    "set_end": lambda detail: {"ends_at": _moment(detail["was"])},
    "archive": lambda detail: {"archived_at": None},
    "unarchive": lambda detail: {"archived_at": _moment(detail["was"])},
    "set_validity": _validity,
    "backdate": lambda detail: {"first_published_at": _moment(detail["was"])},
}
