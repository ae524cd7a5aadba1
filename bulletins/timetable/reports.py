"""Reports that wait for longer than their term; contacts whose time is over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.document.wording import BEIJING, midnight
from bulletins.models import ErrorReport
from bulletins.reporting.telling import keepers, message_of
from bulletins.reporting.urgency import urgency_of
from bulletins.timetable.reminding import remind

EVENT = "report_late"
AGAIN = timedelta(days=7)


def remind_of_reports() -> Iterator[datetime]:
    """Once a week from the day after the term; since when each was due."""
    now = timezone.now()
    today = now.astimezone(BEIJING).date()
    late = ErrorReport.objects.waiting().filter(due_on__lt=today)
    for report in late.select_related("edition__article", "edition__column"):
        said = f"读者纠错还没有答复：{urgency_of(report, now).said}"
        message = message_of(report, EVENT, "纠错逾期", said)
        if remind(EVENT, report.edition, message, keepers(report), again=AGAIN):
            yield midnight(report.due_on + timedelta(days=1))
