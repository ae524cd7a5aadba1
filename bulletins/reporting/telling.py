"""The desk is told of what came in; of what the reader wrote, nothing: a mail passes many hands."""

from collections.abc import Iterator

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
    if settings.MAILS or settings.WEBHOOK_URL:
        message = message_of(report, EVENT, "读者纠错", _came(report))
        tell(report.edition, message, keepers(report), by=system_user("timetable"))


def message_of(report: ErrorReport, event: str, head: str, said: str) -> Message:
    """How a reader calls another page are words of hers, and not told."""
    return Message(event, head, said, address_of(report), name="网站上的一页")


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
    return f"收到读者纠错（{report.get_kind_display()}），请在{day(report.due_on)}以前答复"


def _holders(role: Role) -> Iterator[User]:
    people = User.objects.filter(grants__role=role, is_active=True).distinct()
    yield from people.order_by("pk")
