"""The state of an edition in the office's words, of one at hand and of a list."""

from datetime import datetime

from django.db.models import F, Q
from django.utils import timezone

from bulletins.models import Edition, State

# What has an interval was released; said once more, it lets the index of states be used.
RELEASED = Q(state=State.RELEASED)
READY = Q(state=State.IN_REVIEW, stages_passed=F("stages"))


def shown_state(edition: Edition) -> str:
    """待发布, 已发布 and 已被替换 are all released; 待签发 is in review."""
    if edition.is_scheduled():
        return "待发布"
    if edition.live_from:
        return "已发布" if edition.is_live() else "已被替换"
    if edition.is_ready:
        return "待签发"
    return edition.get_state_display()


def in_state(words: str, at: datetime | None = None) -> Q:
    """The same words as a condition; what is no such word finds nothing."""
    return _conditions(at or timezone.now()).get(words, Q(pk__in=()))


def all_words() -> list[str]:
    """Every word of a state, in the order of an edition's life."""
    return list(_conditions(timezone.now()))


def _conditions(at: datetime) -> dict[str, Q]:
    return {
        State.DRAFT.label: Q(state=State.DRAFT),
        State.SET_ASIDE.label: Q(state=State.SET_ASIDE),
        State.IN_REVIEW.label: Q(state=State.IN_REVIEW) & ~READY,
        "待签发": READY,
        "待发布": RELEASED & Q(live_from__gt=at),
        "已发布": RELEASED & Q(live_from__lte=at, live_until__gt=at),
        "已被替换": RELEASED & Q(live_from__lte=at, live_until__lte=at),
        State.DISCARDED.label: Q(state=State.DISCARDED),
    }
