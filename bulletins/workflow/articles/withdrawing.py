"""撤下: readers see it no more, at once; they are told why."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.audit import changed_fields, remark_of
from accounts.models import User
from bulletins.mailing import unname
from bulletins.models import Article, Edition, State, Withdrawal, WithdrawalReason
from bulletins.pdf import drop
from bulletins.permissions import Refused
from bulletins.previews import close_links
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.places import require_place
from bulletins.workflow.releases import NEVER
from bulletins.workflow.reviews import UNSEALED
from bulletins.workflow.standing import standing_withdrawal


@dataclass(frozen=True, slots=True)
class Explanation:
    """What readers find at the address. text: "" for a neutral sentence until there is one.

    see_instead: an address of this site or elsewhere, or "".
    """

    text: str = ""
    see_instead: str = ""


@transaction.atomic
def withdraw(
    article: Article,
    kind: str,
    *,
    by: User,
    reason: str,
    explanation: Explanation = Explanation(),
) -> Withdrawal:
    """End its being public now; what was to become public later waits for release again.

    kind: a value of ``WithdrawalReason``. reason: for colleagues; it goes into the audit chain.
    """
    case = begin("withdraw", article, by=by, reason=reason)
    if kind not in WithdrawalReason.values:
        raise Refused("没有这一种撤下原因：请从列出的几种中选")
    held, now = case.edition.article, timezone.now()
    detail = _unschedule(held, now)
    held.editions.live(now).update(live_until=now)
    withdrawal = Withdrawal.objects.create(
        article=held,
        at=now,
        by=by,
        reason=kind,
        explanation=explanation.text.strip(),
        see_instead=require_place(explanation.see_instead),
    )
    if kind == WithdrawalReason.PRIVACY:
        detail["links"] = close_links(held, by=by)
        unname(held)
    detail |= {"kind": kind, "see_instead": bool(withdrawal.see_instead)}
    conclude("withdraw", case, detail=detail, remark=remark_of(reason))
    transaction.on_commit(partial(_drop_made, held.pk), robust=True)
    return withdrawal


def _drop_made(article: int) -> None:
    """Nobody is given it any more; it need not lie about either."""
    drop(Edition.objects.filter(article=article).values_list("pk", flat=True))


def _unschedule(article: Article, now: datetime) -> dict[str, Any]:
    """What was to become public waits for release again; an edition in work gives way to it."""
    later = article.editions.scheduled(now)
    numbers = list(later.values_list("number", flat=True))
    if not numbers:
        return {}
    opened = list(article.editions.open().values_list("number", flat=True))
    article.editions.filter(state=State.IN_REVIEW).update(**UNSEALED)
    article.editions.filter(state=State.DRAFT).update(state=State.SET_ASIDE)
    later.update(state=State.IN_REVIEW, **NEVER)
    return {"unscheduled": numbers, "set_aside": opened}


@transaction.atomic
def explain(article: Article, explanation: Explanation, *, by: User) -> None:
    """Tell readers more, or something else, about a withdrawal that stands."""
    case = begin("explain", article, by=by)
    standing = standing_withdrawal(case.edition.article)
    if standing is None:
        raise Refused("这篇稿件没有撤下")
    before = copy(standing)
    write_explanation(standing, explanation)
    conclude("explain", case, detail={"changed": changed_fields(before, standing)})


def write_explanation(standing: Withdrawal, explanation: Explanation) -> None:
    """Readers are told this from now on. Raises Refused for an address that is none."""
    standing.explanation = explanation.text.strip()
    standing.see_instead = require_place(explanation.see_instead)
    standing.save(update_fields=["explanation", "see_instead"])
