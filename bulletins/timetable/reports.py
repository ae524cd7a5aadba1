"""Reports that wait for longer than their term; contacts whose time is over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.document.wording import BEIJING, midnight
from bulletins.mailing import Message
from bulletins.models import ErrorReport
from bulletins.reporting.telling import address_of, keepers
from bulletins.reporting.urgency import urgency_of
from bulletins.timetable.reminding import remind

EVENT = "report_late"
AGAIN = timedelta(days=7)


def remind_of_reports() -> Iterator[datetime]:
    """Once a week from the day after the term; since when each was due."""
    now = timezone.now()
    today = now.astimezone(BEIJING).date()
    late = ErrorReport.objects.waiting().filter(due_on__lt=today, edition__isnull=False)
    for report in late.select_related("edition__article", "edition__column"):
        if report.edition is None:
            continue
        message = Message(
            event=EVENT,
            head="纠错逾期",
            said=f"读者纠错还没有答复：{urgency_of(report, now).said}",
            address=address_of(report),
        )
        if remind(EVENT, report.edition, message, keepers(report), again=AGAIN):
            yield midnight(report.due_on + timedelta(days=1))
