"""清除: of a withdrawn article nothing is left but the record."""

from django.db import transaction
from django.utils import timezone

from accounts.audit import remark_of
from accounts.models import User
from bulletins.erasing import empty, finish_quickly
from bulletins.models import Article, State
from bulletins.store.noting import forget_addresses
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.articles.withdrawing import Explanation, write_explanation
from bulletins.workflow.reviews import UNSEALED
from bulletins.workflow.standing import standing_withdrawal


@transaction.atomic
def erase(
    article: Article, *, by: User, reason: str, explanation: Explanation | None = None
) -> None:
    """Take its text out of every store, for good: nothing brings it back.

    reason: for colleagues, into the audit chain; it must not repeat what is erased. explanation:
    what readers find from now on; None: what they find now. Files, and what the engine keeps of old
    rows, go right after the transaction; of a large database the latter with ``manage.py run_due``.
    """
    case = begin("erase", article, by=by, reason=reason)
    held = case.edition.article
    standing = standing_withdrawal(held)
    if standing and explanation is not None:
        write_explanation(standing, explanation)
    given_up = _give_up(held)
    held.erased_at, held.erased_by = timezone.now(), by
    held.save(update_fields=["erased_at", "erased_by"])
    files = empty(held)
    editions = list(held.editions.order_by("number").values_list("number", flat=True))
    detail = {"editions": editions, "given_up": given_up, "files": len(files)}
    conclude("erase", case, detail=detail, remark=remark_of(reason))
    forget_addresses()
    transaction.on_commit(finish_quickly, robust=True)


def _give_up(article: Article) -> list[int]:
    """Whatever is in work is discarded: no draft is left to write in."""
    article.editions.filter(state=State.IN_REVIEW).update(**UNSEALED)
    at_work = article.editions.filter(state__in=(State.DRAFT, State.SET_ASIDE))
    numbers = list(at_work.order_by("number").values_list("number", flat=True))
    at_work.update(state=State.DISCARDED)
    return numbers
