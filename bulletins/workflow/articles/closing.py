"""截止, 取消截止, 延期: when a notice is over, and what came of it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from bulletins.models import Article
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.deadlines import SAID, put_off, unsaid
from bulletins.workflow.moments import told
from bulletins.workflow.places import require_place


@transaction.atomic
def close(article: Article, *, by: User, note: str = "", outcome: str = "") -> None:
    """End it now, unless its time is over anyway; note and outcome are what readers are told.

    outcome: an address, of this site ("/articles/12/") or with http(s), or "".
    """
    case = begin("close", article, by=by)
    held, now = case.edition.article, timezone.now()
    was = held.closed_at
    deadline = held.deadline(case.edition.closes_at)
    if deadline is None or deadline > now:
        held.closed_at, held.closed_by = now, by
    held.closing_note, held.outcome = note.strip(), require_place(outcome)
    held.save(update_fields=["closed_at", "closed_by", "closing_note", "outcome"])
    conclude(
        "close",
        case,
        detail={"was": told(was), "at": told(held.closed_at), "outcome": bool(held.outcome)},
    )


@transaction.atomic
def reopen(article: Article, *, by: User) -> None:
    """Take an early end back: the deadline is again what it was, its note and outcome are gone."""
    case = begin("reopen", article, by=by)
    held = case.edition.article
    was, held.closed_at, held.closed_by = held.closed_at, None, None
    said = unsaid(held)
    held.save(update_fields=["closed_at", "closed_by", *SAID])
    conclude("reopen", case, detail={"was": told(was)}, remark=said)


@transaction.atomic
def extend(article: Article, *, by: User, at: datetime | None = None) -> None:
    """Put the deadline off to a later moment (aware); None: back to what the text says.

    One that was ended early is open again.
    """
    case = begin("extend", article, by=by, at=at)
    detail, said = put_off(case.edition.article, at)
    conclude("extend", case, detail=detail, remark=said)
