"""Public notices whose term ends soon, or has ended by what their text says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bulletins.document.body import text_of
from bulletins.document.deadlines import last_deadline
from bulletins.document.wording import BEIJING, day, deadline
from bulletins.editing.ages import left
from bulletins.editing.desk import finding, noticed
from bulletins.editing.desk.texts import plain_texts
from bulletins.models import Edition, Role
from bulletins.permissions import Scope
from bulletins.permissions.visibility import sees_part, sees_whole

SOON = timedelta(days=7)
# Who can close a notice, extend it, or write its next edition
KEEPERS = (Role.EDITOR, Role.DESK, Role.FINAL_REVIEWER)


@dataclass(frozen=True, slots=True)
class Ending:
    """words: the sentence of its text that says until when. over: its day has passed."""

    edition: Edition
    said: str
    over: bool
    words: str = ""


def ending(seen: finding.Seen, scope: Scope, now: datetime) -> Iterator[Ending]:
    """By their 截止时间 first, then by the dates in their texts."""
    columns = noticed.columns()
    for edition in noticed.closing(seen, columns, now, now + SOON):
        if found := _by_field(edition, now):
            yield found
    today = now.astimezone(BEIJING).date()
    for edition in noticed.endless(seen, columns, now):
        if found := _by_text(edition, scope, today):
            yield found


def _by_field(edition: Edition, now: datetime) -> Ending | None:
    """Nothing where its list ends before its term, or where staff have closed it."""
    article = edition.article
    at = article.deadline(edition.closes_at)
    if at is None or at > now + SOON or article.closed_at:
        return None
    if at > now:
        return Ending(edition, f"截止时间 {deadline(at)}，{left(at, now)}", over=False)
    if article.outcome or article.closing_note:
        return None
    return Ending(edition, f"已于 {deadline(at)} 截止，仍在公开：可写明结果，或归档", over=True)


def _by_text(edition: Edition, scope: Scope, today: date) -> Ending | None:
    """Of the parts she may see; nothing where the text names no day, or a later one."""
    found = last_deadline(_text(edition, scope))
    if found is None or found.day > today + SOON:
        return None
    over = found.day < today
    tail = "已过，仍未截止" if over else "没有填截止时间"
    return Ending(edition, f"正文写明 {day(found.day)}，{tail}", over, found.words)


def _text(edition: Edition, scope: Scope) -> str:
    texts = [text_of(edition.lead)] if sees_whole(scope, edition) else []
    for part in edition.parts.all():
        if sees_part(scope, edition, part):
            texts += plain_texts(part)
    return "\n".join(texts)
