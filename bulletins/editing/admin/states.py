"""The state of an edition in the office's words, of one at hand and of a list."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from bulletins.models import Edition, State, Withdrawal

# What has an interval was released; said once more, it lets the index of states be used.
RELEASED = Q(state=State.RELEASED)
STANDING = Withdrawal.objects.standing().filter(article=OuterRef("article"))
TERM_OVER = Q(article__ends_at__isnull=False, article__ends_at=F("live_until"))
# It ended with a withdrawal that stands, or was withdrawn after the end of its article's term.
WITHDRAWN = Q(Exists(STANDING.filter(at=OuterRef("live_until")))) | (
    TERM_OVER & Q(Exists(STANDING.filter(at__gt=OuterRef("live_until"))))
)
ENDED = TERM_OVER & ~WITHDRAWN
READY = Q(state=State.IN_REVIEW, stages_passed=F("stages"))


def shown_state(edition: Edition) -> str:
    """One word for what readers have of it, or how far it is from them.

    待发布, 已发布, 已归档, 已撤下, 公示期满 and 已被替换 are all released; 待签发 is in review.
    """
    if edition.is_scheduled():
        return "待发布"
    if edition.is_live():
        return "已归档" if edition.article.archived_at else "已发布"
    if edition.live_from:
        return _ended(edition)
    return "待签发" if edition.is_ready else edition.get_state_display()


def with_withdrawn(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Each with what ``shown_state`` would else ask for it alone."""
    return editions.annotate(withdrawn=WITHDRAWN)


def _ended(edition: Edition) -> str:
    withdrawn = getattr(edition, "withdrawn", None)
    if withdrawn is None:
        withdrawn = Edition.objects.filter(WITHDRAWN, pk=edition.pk).exists()
    if withdrawn:
        return "已撤下"
    return "公示期满" if edition.article.ends_at == edition.live_until else "已被替换"


def in_state(words: str, at: datetime | None = None) -> Q:
    """The same words as a condition; what is no such word finds nothing."""
    return _conditions(at or timezone.now()).get(words, Q(pk__in=()))


def all_words() -> list[str]:
    """Every word of a state, in the order of an edition's life."""
    return list(_conditions(timezone.now()))


def _conditions(at: datetime) -> dict[str, Q]:
    live = RELEASED & Q(live_from__lte=at, live_until__gt=at)
    over = RELEASED & Q(live_from__lte=at, live_until__lte=at)
    return {
        State.DRAFT.label: Q(state=State.DRAFT),
        State.SET_ASIDE.label: Q(state=State.SET_ASIDE),
        State.IN_REVIEW.label: Q(state=State.IN_REVIEW) & ~READY,
        "待签发": READY,
        "待发布": RELEASED & Q(live_from__gt=at),
        "已发布": live & Q(article__archived_at=None),
        "已归档": live & Q(article__archived_at__isnull=False),
        "已撤下": over & WITHDRAWN,
        "公示期满": over & ENDED & ~WITHDRAWN,
        "已被替换": over & ~ENDED & ~WITHDRAWN,
        State.DISCARDED.label: Q(state=State.DISCARDED),
    }
