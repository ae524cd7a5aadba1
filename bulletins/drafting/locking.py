"""A draft held still while somebody writes in it."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet

from bulletins.models import Article, Edition, State
from bulletins.permissions import Hidden, Refused

WAYS_OUT = {
    State.IN_REVIEW: "请先撤回送审，或由审核人退回",
    State.SET_ASIDE: "请先点“继续”",
}


def lock(edition: Edition) -> Edition:
    """The edition's row as it is now, locked until the transaction ends. Raises Hidden if none."""
    held = Edition.objects.select_for_update().filter(pk=edition.pk).first()
    if held is None:
        raise Hidden
    return held


def lock_all(article: Article) -> None:
    """Every edition of it: whoever writes about one has it locked, so nothing comes meanwhile."""
    list(article.editions.select_for_update().order_by("pk").values_list("pk"))


def lock_unless_erased(edition: Edition) -> Edition | None:
    """The same; None where its article is erased by now, and nothing of it may be written."""
    held = lock(edition)
    return None if held.article.erased_at else held


def one_by_one(editions: QuerySet[Edition], act: Callable[[Edition], object]) -> int:
    """Do something to each, locked and in a transaction of its own, but for what is erased by now.

    So it may be broken off. Out comes how many there were.
    """
    numbers = list(editions.order_by("pk").values_list("pk", flat=True))
    for number in numbers:
        with transaction.atomic():
            if held := lock_unless_erased(Edition(pk=number)):
                act(held)
    return len(numbers)


def require_draft(edition: Edition) -> None:
    """Raises Refused unless it is one: what was submitted or set aside is not written in.

    Ask after the rights: who may not see it is not told how far it came.
    """
    if edition.state != State.DRAFT:
        way_out = WAYS_OUT.get(State(edition.state), "请开始新的版本")
        raise Refused(f"稿件{edition.get_state_display()}，不能修改：{way_out}")
