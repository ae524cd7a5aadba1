"""Who may say something beside a text, call it done, and open it again."""

from accounts.models import User
from bulletins.commenting.places import Place
from bulletins.drafting import rights
from bulletins.models import Comment, Edition, Role, State
from bulletins.permissions import Scope
from bulletins.permissions.scope import REVIEWERS
from bulletins.permissions.visibility import READERS, regions_of

COMMENTERS = (Role.EDITOR, Role.CONTRIBUTOR, Role.DESK, *REVIEWERS)


def is_discussed(edition: Edition) -> bool:
    """In work, in review, or public with reviews still to come."""
    return edition.state in (State.DRAFT, State.IN_REVIEW) or edition.awaits_late_review


def may_read(scope: Scope, edition: Edition, place: Place | None) -> bool:
    """Who may read the place; of one that is gone, who may read the whole."""
    return _over(READERS, scope, edition, place)


def may_comment(scope: Scope, edition: Edition, place: Place | None) -> bool:
    return is_discussed(edition) and _over(COMMENTERS, scope, edition, place)


def may_resolve(
    scope: Scope, edition: Edition, place: Place | None, comment: Comment, *, by: User
) -> bool:
    """Who writes there: she has done it, or has said why not; or who said it."""
    if _is_own(scope, edition, place, comment, by):
        return True
    if place and place.part:
        return rights.may_edit_part(scope, edition, place.part.region_id)
    return rights.may_edit_whole(scope, edition)


def may_reopen(
    scope: Scope, edition: Edition, place: Place | None, comment: Comment, *, by: User
) -> bool:
    """Who reviews: she has looked, and it is not done; or who said it."""
    return _is_own(scope, edition, place, comment, by) or _over(REVIEWERS, scope, edition, place)


def _is_own(
    scope: Scope, edition: Edition, place: Place | None, comment: Comment, by: User
) -> bool:
    return comment.author_id == by.pk and may_comment(scope, edition, place)


def _over(roles: tuple[Role, ...], scope: Scope, edition: Edition, place: Place | None) -> bool:
    if place and place.part:
        return scope.over_part(roles, edition.column_id, place.part.region_id)
    return scope.over(roles, edition.column_id, regions_of(edition))
