"""The desk: what waits for this person, each one click from its action."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest
from django.utils import timezone

from bulletins.editing.asking import scope_in, who
from bulletins.models import Decision, Edition, ReleasedAs, Review, State
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions import visible
from bulletins.permissions.scope import REVIEWERS
from bulletins.permissions.visibility import regions_of
from bulletins.workflow.stages import reviewer_role

MOST = 30  # of each list; the rest is in the list of all


@dataclass(frozen=True)
class Desk:
    """Lists of editions, each with what the template shows."""

    drafts: list[Edition] = field(default_factory=list)
    sent_back: list[Edition] = field(default_factory=list)
    to_review: list[Edition] = field(default_factory=list)
    to_release: list[Edition] = field(default_factory=list)
    scheduled: list[Edition] = field(default_factory=list)
    recent: list[Edition] = field(default_factory=list)
    may_write: bool = False


def desk_of(request: HttpRequest) -> Desk:
    """What to show this person on her front page."""
    seen = visible(who(request), scope_in(request)).select_related("article", "column")
    own = seen.filter(Q(created_by=who(request)) | Q(authors__user=who(request))).distinct()
    back = _sent_back(own.filter(state=State.DRAFT))
    drafts = own.filter(state__in=(State.DRAFT, State.SET_ASIDE)).exclude(
        pk__in=[one.pk for one in back]
    )
    waiting = list(_waiting(seen)) if scope_in(request).anywhere(*REVIEWERS) else []
    return Desk(
        drafts=[one for one in drafts[:MOST] if one not in back],
        sent_back=back,
        to_review=[one for one in waiting if not one.is_ready and _is_mine(request, one)][:MOST],
        to_release=[one for one in waiting if one.is_ready and _is_mine(request, one)][:MOST],
        scheduled=list(seen.scheduled().order_by("live_from")[:MOST]),
        recent=list(seen.live().order_by("-live_from")[:10]),
        may_write=scope_in(request).anywhere("editor"),
    )


def _sent_back(drafts: EditionQuerySet) -> list[Edition]:
    """Drafts whose last review sent them back, and nobody has submitted since."""
    last = Review.objects.filter(edition=OuterRef("pk"), round=OuterRef("round")).order_by("-at")
    found = drafts.annotate(said=Subquery(last.values("decision")[:1]))
    return list(found.filter(said=Decision.SENT_BACK)[:MOST])


def _waiting(seen: EditionQuerySet) -> Iterable[Edition]:
    """In review, or released urgently and not yet reviewed; oldest first."""
    late = Q(state=State.RELEASED, released_as=ReleasedAs.URGENT, live_from__lte=timezone.now())
    found = seen.filter(Q(state=State.IN_REVIEW) | late).order_by("submitted_at")
    return [
        one
        for one in found.prefetch_related("parts", "authors", "reviews")
        if one.state == State.IN_REVIEW or one.awaits_late_review
    ]


def _is_mine(request: HttpRequest, edition: Edition) -> bool:
    """Whether it is this person's turn, by role, and she may take it."""
    role = reviewer_role(edition)
    if not scope_in(request).over([role], edition.column_id, regions_of(edition)):
        return False
    me = who(request).pk
    if any(author.user_id == me for author in edition.authors.all()):
        return edition.is_ready
    agreed = [one for one in edition.reviews.all() if one.decision == Decision.APPROVED]
    return edition.is_ready or all(
        one.reviewer_id != me or one.round != edition.round for one in agreed
    )
