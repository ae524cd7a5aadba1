"""What a page says of its article beside the text: its deadline, its end, its archive."""

from datetime import date, datetime
from typing import Any

from bulletins.document.terms import Term, in_full, left, state
from bulletins.document.wording import BEIJING, day
from bulletins.models import Article, Edition, Validity


def standing(edition: Edition, now: datetime) -> dict[str, Any]:
    """In the words that readers get; nothing is read, the article came with the edition."""
    article = edition.article
    return {
        "term": _term(edition, now),
        "public_until": _end(article, now),
        "archived": _archived(article, now),
        "force": _force(article, now.astimezone(BEIJING).date()),
    }


def _archived(article: Article, now: datetime) -> str:
    """The day on which it was, or ""."""
    if article.archived_at is None or article.archived_at > now:
        return ""
    return day(article.archived_at.astimezone(BEIJING).date())


def _term(edition: Edition, now: datetime) -> dict[str, Any] | None:
    """note and outcome: what the desk wrote when it was over, only while it is."""
    article = edition.article
    term = Term(edition.closes_at, article.extended_to, article.closed_at)
    if term.deadline is None:
        return None
    over = term.over(now)
    return {
        "at": in_full(term.deadline),
        "moment": term.deadline,
        "state": state(term, now),
        "before": in_full(term.before) if term.before else "",
        "put_off": bool(term.before and term.deadline > term.before),
        "over": over,
        "note": article.closing_note if over else "",
        "outcome": article.outcome if over else "",
    }


def _end(article: Article, now: datetime) -> dict[str, Any] | None:
    if article.ends_at is None:
        return None
    return {
        "at": in_full(article.ends_at),
        "moment": article.ends_at,
        "state": left(article.ends_at, now, "结束"),
    }


def _force(article: Article, today: date) -> dict[str, Any] | None:
    """warns: of what is not, or will not be, in force as a whole."""
    if not article.validity:
        return None
    return {
        "warns": article.validity != Validity.VALID,
        "words": _of_force(Validity(article.validity), article.validity_from, today),
        "basis": article.validity_basis,
    }


def _of_force(validity: Validity, since: date | None, today: date) -> str:
    """本文件自2026年1月1日起失效 / 有效性：有效."""
    if validity is Validity.VALID or since is None:
        return f"有效性：{validity.label}" + (f"（自{day(since)}起）" if since else "")
    return f"本文件{'将' if since > today else ''}自{day(since)}起{validity.label}。"
