"""A comment is told to the others who work on the text; the mail does not say what was said."""

from collections.abc import Iterator

from django.conf import settings

from accounts.models import User
from bulletins.commenting.places import Place
from bulletins.commenting.rights import may_read
from bulletins.mailing import Message, tell
from bulletins.models import Edition, State
from bulletins.permissions import scope_of
from bulletins.workflow.concerned import CHANGE, REVIEW, address_of, authors, turn


def announce_comment(edition: Edition, place: Place, *, by: User) -> None:
    """Inside the transaction of the comment."""
    if not (settings.MAILS or settings.WEBHOOK_URL):
        return
    page = CHANGE if edition.state == State.DRAFT else REVIEW
    message = Message(
        event="comment",
        head="批注",
        said=f"{by}加了一条批注",
        address=address_of(edition, page, f"#notes-{place.key or 'whole'}"),
    )
    tell(edition, message, _readers(edition, place), by=by)


def _readers(edition: Edition, place: Place) -> Iterator[User]:
    """Who writes it, who has said something, whose turn it is; if she may read the place."""
    said = User.objects.filter(pk__in=edition.comments.values("author"))
    for person in dict.fromkeys([*authors(edition), *said, *turn(edition)]):
        if may_read(scope_of(person), edition, place):
            yield person
