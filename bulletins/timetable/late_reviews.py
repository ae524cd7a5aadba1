"""What was released urgently and not read by all: asked for once a day from its deadline on."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from bulletins.document.wording import spoken
from bulletins.mailing import Message
from bulletins.models import Edition, ReleasedAs, State
from bulletins.timetable.reminding import remind
from bulletins.workflow.concerned import REVIEW, address_of, turn

LATE = "late_review"
AGAIN = timedelta(days=1)


def remind_of_late_reviews() -> Iterator[datetime]:
    """A message to those whose turn it is; since when each was due."""
    late = Edition.objects.filter(
        state=State.RELEASED,
        released_as=ReleasedAs.URGENT,
        stages_passed__lt=F("stages"),
        review_due_at__lte=timezone.now(),
        article__erased_at=None,
    )
    for edition in late.select_related("column"):
        if remind(LATE, edition, _message(edition), turn(edition), again=AGAIN):
            yield edition.review_due_at or timezone.now()


def _message(edition: Edition) -> Message:
    due = spoken(edition.review_due_at) if edition.review_due_at else ""
    return Message(
        event=LATE,
        head="补审逾期",
        said=f"紧急签发的稿件已过补审期限（{due}），还没有审完",
        address=address_of(edition, REVIEW),
        yours="轮到您审核",
    )
