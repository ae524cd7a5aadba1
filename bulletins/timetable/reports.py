"""Reports that wait for longer than their term; contacts whose time is over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.document.wording import BEIJING, midnight
from bulletins.models import ErrorReport
from bulletins.reporting.telling import keepers, message_of
from bulletins.reporting.urgency import urgency_of
from bulletins.timetable.reminding import remind

# One for each level: what waits for 90 days is told of, though another was asked for this week.
EVENTS = {"late": "report_late", "warned": "report_warned", "failing": "report_failing"}
AGAIN = timedelta(days=7)


def remind_of_reports() -> Iterator[datetime]:
    """Once a week from the day after the term, after 60 and after 90; since when each was due."""
    now = timezone.now()
    today = now.astimezone(BEIJING).date()
    late = ErrorReport.objects.waiting().filter(due_on__lt=today)
    for report in late.select_related("edition__article", "edition__column"):
        urgency = urgency_of(report, now)
        event = EVENTS[urgency.level]
        said = f"读者纠错还没有答复：{urgency.said}"
        message = message_of(report, event, "纠错逾期", said)
        if remind(event, report.edition, message, keepers(report), again=AGAIN):
            yield midnight(report.due_on + timedelta(days=1))
