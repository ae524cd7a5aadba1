"""What the desk asks of the database: one query for each question, a few for what goes with it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from accounts.models import User
from bulletins.models import Decision, Edition, ReleasedAs, Review, State
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions import Scope, visible

Seen = EditionQuerySet
MOST_DRAFTS = 200
# What is asked of the last review of a draft's round → what the draft calls it
LAST = {
    "decision": "last_decision",
    "remark__text": "last_words",
    "reviewer__display_name": "last_name",
    "reviewer__username": "last_account",
}


@dataclass(frozen=True, slots=True)
class SentBack:
    who: str
    words: str


def seen_by(me: User, scope: Scope) -> Seen:
    """Everything she may see at all."""
    return visible(me, scope).select_related("article", "column")


def waiting(seen: Seen) -> list[Edition]:
    """In review, or released urgently and not yet reviewed; oldest first."""
    late = Q(state=State.RELEASED, released_as=ReleasedAs.URGENT)
    found = seen.filter(Q(state=State.IN_REVIEW) | late).order_by("submitted_at", "pk")
    return [
        one
        for one in found.prefetch_related("parts", "authors", "reviews")
        if one.state == State.IN_REVIEW or one.awaits_late_review
    ]


def drafts(seen: Seen, me: User, *, own: bool) -> Seen:
    """Drafts, her own or all that she sees; each with the last word on it in its round."""
    last = Review.objects.filter(edition=OuterRef("pk"), round=OuterRef("round")).order_by("-pk")
    found = seen.filter(state__in=(State.DRAFT, State.SET_ASIDE) if own else (State.DRAFT,))
    if own:
        found = found.filter(Q(created_by=me) | Q(authors__user=me)).distinct()
    said: dict[str, Any] = {name: Subquery(last.values(path)[:1]) for path, name in LAST.items()}
    return found.annotate(**said)[:MOST_DRAFTS]


def was_sent_back(draft: Edition) -> bool:
    """Whether its last review sent it back, and nobody has submitted it since."""
    return _of(draft, "last_decision") == Decision.SENT_BACK and draft.state == State.DRAFT


def sent_back_by(draft: Edition) -> SentBack:
    """Who sent it back, and with which words."""
    return SentBack(_of(draft, "last_name") or _of(draft, "last_account"), _of(draft, "last_words"))


def scheduled(seen: Seen) -> Seen:
    return seen.scheduled().order_by("live_from")


def recent(seen: Seen) -> Seen:
    return seen.live(timezone.now()).order_by("-live_from")[:10]


def _of(draft: Edition, name: str) -> str:
    return getattr(draft, name, None) or ""
