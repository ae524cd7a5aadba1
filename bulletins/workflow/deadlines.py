"""A notice's deadline, moved by the desk or by a new edition."""

from datetime import datetime
from typing import Any

from accounts.audit import record, remark_of
from accounts.models import Remark, User
from bulletins.models import Article, Edition
from bulletins.workflow.moments import told

SAID = ("closing_note", "outcome")


def start_anew(article: Article, edition: Edition, *, by: User) -> None:
    """A new edition that says another deadline is the last word: what the desk did is over.

    article is locked, edition about to be what readers have.
    """
    if moves_a_moved_deadline(edition):
        detail, said = put_off(article, None)
        detail |= {"number": article.number, "edition": edition.number, "release": True}
        record("extend", article, by=by, detail=detail, remark=said)


def moves_a_moved_deadline(edition: Edition) -> bool:
    """It says another deadline than what is public, and the desk had moved that one."""
    article = edition.article
    if not (article.extended_to or article.closed_at):
        return False
    live = article.editions.live().first()
    return bool(live and edition.closes_at and live.closes_at != edition.closes_at)


def put_off(article: Article, to: datetime | None) -> tuple[dict[str, Any], Remark | None]:
    """What the audit chain says of it, and what had been said to readers."""
    was, article.extended_to = article.extended_to, to
    closed, article.closed_at, article.closed_by = article.closed_at, None, None
    said = unsaid(article)
    article.save(update_fields=["extended_to", "closed_at", "closed_by", *SAID])
    return {"was": told(was), "to": told(to), "closed": told(closed)}, said


def unsaid(article: Article) -> Remark | None:
    """What was said of an end that is none any more is kept with the act that took it back."""
    said = "　".join(filter(None, (article.closing_note, article.outcome)))
    article.closing_note, article.outcome = "", ""
    return remark_of(f"原来的截止说明：{said}") if said else None
