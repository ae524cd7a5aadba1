"""The desk is told of what came in; of what the reader wrote, nothing: a mail passes many hands."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from accounts.models import User
from accounts.system import system_user
from bulletins.document.wording import day
from bulletins.mailing import Message, tell
from bulletins.models import ErrorReport, Role
from bulletins.permissions import scope_of
from bulletins.reporting.rights import may_answer

EVENT = "error_report"


def tell_of_report(report: ErrorReport) -> None:
    """Put a message into the outbox, in the transaction in which the report came."""
    if report.edition is None or not (settings.MAILS or settings.WEBHOOK_URL):
        return
    by = system_user("timetable")
    tell(report.edition, message_of(report, "读者纠错", _came(report)), keepers(report), by=by)


def message_of(report: ErrorReport, head: str, said: str) -> Message:
    return Message(event=EVENT, head=head, said=said, address=address_of(report))


def keepers(report: ErrorReport) -> Iterator[User]:
    """The desk; where there is none for the place, the editors."""
    for role in (Role.DESK, Role.EDITOR):
        found = [one for one in _holders(role) if may_answer(scope_of(one), report)]
        if found:
            yield from found
            return


def address_of(report: ErrorReport) -> str:
    return f"{settings.SITE_URL}/admin/bulletins/errorreport/{report.pk}/change/"


def _came(report: ErrorReport) -> str:
    return f"收到读者纠错（{report.get_kind_display()}），请在{_spoken(report.due_on)}以前答复"


def _spoken(due: date) -> str:
    return day(due)


def _holders(role: Role) -> Iterator[User]:
    people = User.objects.filter(grants__role=role, is_active=True).distinct()
    yield from people.order_by("pk")
