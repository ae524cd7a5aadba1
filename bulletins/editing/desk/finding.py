"""What the desk asks of the database: one query for each question, a few for what goes with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.utils import timezone

from accounts.models import User
from bulletins.drafting.presence import STALE
from bulletins.listing.names import ALL, column_list
from bulletins.models import (
    Column,
    Decision,
    Edition,
    EditionAuthor,
    Listing,
    Presence,
    ReleasedAs,
    Review,
    State,
    Withdrawal,
)
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions import Scope, visible

Seen = EditionQuerySet
MOST_DRAFTS = 200
MOST_WITHDRAWN = 10
OVER = timedelta(days=60)  # how long what has ended is still pointed at
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


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """edition: the one that readers saw last."""

    withdrawal: Withdrawal
    edition: Edition


def seen_by(me: User, scope: Scope) -> Seen:
    """Everything she may see at all."""
    return visible(me, scope).select_related("article", "column")


def waiting(seen: Seen, me: User) -> list[Edition]:
    """In review, or released urgently and not yet reviewed; oldest first, with who reads them."""
    late = Q(state=State.RELEASED, released_as=ReleasedAs.URGENT)
    found = seen.filter(Q(state=State.IN_REVIEW) | late).order_by("submitted_at", "pk")
    return [
        one
        for one in found.prefetch_related("parts", "authors", "reviews", _others(me))
        if one.state == State.IN_REVIEW or one.awaits_late_review
    ]


def drafts(seen: Seen, me: User, *, own: bool) -> Seen:
    """Drafts, her own or all that she sees; each with the last word on it in its round."""
    last = Review.objects.filter(edition=OuterRef("pk"), round=OuterRef("round")).order_by("-pk")
    found = seen.filter(state__in=(State.DRAFT, State.SET_ASIDE) if own else (State.DRAFT,))
    if own:
        written = EditionAuthor.objects.filter(user=me).values("edition")
        found = found.filter(Q(created_by=me) | Q(pk__in=written))
    said: dict[str, Any] = {name: Subquery(last.values(path)[:1]) for path, name in LAST.items()}
    return found.annotate(**said)[:MOST_DRAFTS]


def was_sent_back(draft: Edition) -> bool:
    """Whether its last review sent it back, and nobody has submitted it since."""
    return _of(draft, "last_decision") == Decision.SENT_BACK and draft.state == State.DRAFT


def sent_back_by(draft: Edition) -> SentBack:
    """Who sent it back, and with which words."""
    return SentBack(_of(draft, "last_name") or _of(draft, "last_account"), _of(draft, "last_words"))


def scheduled(seen: Seen, now: datetime) -> Seen:
    return seen.scheduled(now).order_by("live_from")


def recent(seen: Seen, now: datetime) -> Seen:
    return seen.live(now).filter(state=State.RELEASED).order_by("-live_from")[:10]


def withdrawn(seen: Seen, now: datetime) -> list[Withdrawn]:
    """What was withdrawn lately and has not come back, the last first."""
    found = Withdrawal.objects.standing().filter(at__gt=now - OVER)
    lately = {one.article_id: one for one in found.select_related("by")}
    begun = seen.begun(now).filter(article__in=lately)
    last = {one.article_id: one for one in begun.order_by("live_from", "number")}
    return [Withdrawn(one, last[pk]) for pk, one in lately.items() if pk in last][:MOST_WITHDRAWN]


def columns(now: datetime) -> list[Column]:
    """Every column in use, each with the moment of its last release (last)."""
    row = Listing.objects.filter(
        list=Concat(Value(column_list("")), OuterRef("slug")),
        live_from__lte=now,
        live_until__gt=now,
    )
    last = Subquery(row.order_by("-first_published_at").values("first_published_at")[:1])
    return list(Column.objects.filter(active=True, frozen_at=None).annotate(last=last))


def newest(now: datetime) -> datetime | None:
    """When the newest text of the home page came out."""
    shown = Listing.objects.of(ALL, now).filter(archived_at=None)
    return shown.values_list("first_published_at", flat=True).first()


def _others(me: User) -> "Prefetch[str, QuerySet[Presence], str]":
    """Who else has it open, as of a moment ago."""
    fresh = Presence.objects.filter(at__gt=timezone.now() - STALE).exclude(user=me)
    return Prefetch("presences", fresh.select_related("user"))


def _of(draft: Edition, name: str) -> str:
    return getattr(draft, name, None) or ""
