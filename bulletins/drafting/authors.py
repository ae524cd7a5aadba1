"""Author is anyone whose words are in an edition; she is told before she becomes one."""

from accounts.models import User
from bulletins.models import Edition, EditionAuthor
from bulletins.permissions import Refused, Scope
from bulletins.permissions.scope import REVIEWERS

WARNING = "您一改动即成为作者，须由他人审核"


class Unaware(Refused):
    """A reviewer is about to write in what she might have to review, and has not been told."""

    def __init__(self) -> None:
        super().__init__(f"{WARNING}：确认后再保存，您填写的内容还在")


def must_be_told(edition: Edition, scope: Scope, by: User) -> bool:
    """Whether her first change here would cost her the right to review it."""
    reviewer = scope.in_column(REVIEWERS, edition.column_id)
    return reviewer and not edition.authors.filter(user=by).exists()


def become_author(edition: Edition, scope: Scope, by: User, *, aware: bool) -> None:
    """Note whose words these are. Raises Unaware where she had to be told first, and was not."""
    if not aware and must_be_told(edition, scope, by):
        raise Unaware
    EditionAuthor.objects.get_or_create(edition=edition, user=by)
