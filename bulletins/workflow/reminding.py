"""What was released urgently and not read by all: asked for once a day from its deadline on."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.locks import one_at_a_time
from accounts.system import system_user
from bulletins.document.wording import spoken
from bulletins.mailing import Message, tell
from bulletins.models import Edition, Outgoing, ReleasedAs, State
from bulletins.workflow.concerned import REVIEW, address_of, turn

LATE = "late_review"
AGAIN = timedelta(days=1)


@transaction.atomic
def remind_of_late_reviews() -> None:
    """Messages to those whose turn it is; two reminders at once do not both write."""
    if not (settings.MAILS or settings.WEBHOOK_URL):
        return
    one_at_a_time("reminding")
    now = timezone.now()
    reminded = Outgoing.objects.filter(event=LATE, made_at__gt=now - AGAIN).values("edition")
    late = Edition.objects.filter(
        state=State.RELEASED,
        released_as=ReleasedAs.URGENT,
        stages_passed__lt=F("stages"),
        review_due_at__lte=now,
    )
    for edition in late.exclude(pk__in=reminded).select_related("column"):
        tell(edition, _message(edition), turn(edition), by=system_user("timetable"))


def _message(edition: Edition) -> Message:
    due = spoken(edition.review_due_at) if edition.review_due_at else ""
    return Message(
        event=LATE,
        head="补审逾期",
        said=f"紧急签发的稿件已过补审期限（{due}），还没有审完",
        address=address_of(edition, REVIEW),
        yours="轮到您审核",
    )
