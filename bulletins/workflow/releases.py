"""Verbs of release: an interval of time in which an edition is what readers see."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.audit import remark_of
from accounts.models import User
from bulletins.models import Article, Edition, ReleasedAs, State
from bulletins.workflow.case import Case
from bulletins.workflow.deadlines import start_anew
from bulletins.workflow.numbers import allot
from bulletins.workflow.standing import end_withdrawal
from bulletins.workflow.taking import begin, conclude, write

NEVER: dict[str, Any] = {
    "live_from": None,
    "live_until": None,
    "released_as": "",
    "released_by": None,
    "released_at": None,
    "review_due_at": None,
    "restored_from": None,
}


@transaction.atomic
def release(
    edition: Edition, *, by: User, at: datetime | None = None, digest: str | None = None
) -> None:
    """Make it public at once, or from ``at`` on (aware); nothing has to run then.

    digest: of the page that by read; refused if the text is another one.
    """
    case = begin("release", edition, by=by, at=at, digest=digest)
    _open(case, "release", at)


@transaction.atomic
def release_urgently(edition: Edition, *, by: User, reason: str, digest: str | None = None) -> None:
    """Make it public before all have agreed; the missing reviews are due soon after."""
    case = begin("release_urgently", edition, by=by, reason=reason, digest=digest)
    due = timezone.now() + timedelta(hours=settings.URGENT_REVIEW_HOURS)
    _open(case, "release_urgently", None, reason, released_as=ReleasedAs.URGENT, review_due_at=due)


@transaction.atomic
def cancel_release(edition: Edition, *, by: User, reason: str = "") -> None:
    """Before its time has come: back to waiting; what is public now stays public."""
    case = begin("cancel_release", edition, by=by, reason=reason)
    article, began = case.edition.article, case.edition.live_from
    write("cancel_release", case, state=State.IN_REVIEW, **NEVER)
    article.editions.filter(live_until=began).update(live_until=article.ends)
    _set_first_published(article)
    conclude("cancel_release", case, detail={"was": str(began)}, remark=remark_of(reason))


@transaction.atomic
def reschedule(edition: Edition, *, by: User, at: datetime) -> None:
    """Before its time has come: another time."""
    case = begin("reschedule", edition, by=by, at=at)
    article, began = case.edition.article, case.edition.live_from
    begins = max(at, timezone.now())
    before = article.editions.filter(live_until=began)
    predecessors = list(before.values_list("pk", flat=True))
    before.update(live_until=min(filter(None, (began, begins))))  # never two at once
    write("reschedule", case, live_from=begins)
    Edition.objects.filter(pk__in=predecessors).update(live_until=begins)
    _set_first_published(article)
    conclude("reschedule", case, detail={"at": begins.isoformat()})


def _open(case: Case, name: str, at: datetime | None, reason: str = "", **row: Any) -> None:
    """Close the interval of the edition before, then open this one's, in one transaction."""
    now = timezone.now()
    begins = max(at, now) if at else now
    article = Article.objects.select_for_update(no_key=True).get(pk=case.edition.article_id)
    number = allot(article)
    if article.ends_at and article.ends_at <= now:
        article.ends_at = None
        article.save(update_fields=["ends_at"])
    if begins == now:
        start_anew(article, case.edition, by=case.by)
    article.editions.live(begins).update(live_until=begins)
    released = {"released_by": case.by, "released_at": now, "live_from": begins}
    write(name, case, state=State.RELEASED, live_until=article.ends, **released, **row)
    _set_first_published(article)
    detail = {"at": begins.isoformat(), "number": number}
    if withdrawn := end_withdrawal(article, by=case.by):
        detail["withdrawn"] = withdrawn
    conclude(name, case, detail=detail, remark=remark_of(reason))


def _set_first_published(article: Article) -> None:
    """When its first released edition became, or will become, public."""
    if article.first_published_at and article.first_published_at <= timezone.now():
        return
    first = article.editions.filter(state=State.RELEASED).order_by("live_from").first()
    Article.objects.filter(pk=article.pk).update(
        first_published_at=first.live_from if first else None
    )
