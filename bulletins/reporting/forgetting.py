"""联系方式 is deleted some days after a report is done with, by whatever runs first."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.audit import record
from accounts.system import system_user
from bulletins.models import ErrorReport

KEPT_DAYS = 30


def forget_contacts() -> Iterator[datetime]:
    """Each in a transaction of its own; since when each was due."""
    kept = timedelta(days=KEPT_DAYS)
    over = ErrorReport.objects.filter(answered_at__lte=timezone.now() - kept)
    for report in over.exclude(contact="").order_by("answered_at"):
        if report.answered_at and _forget(report):
            yield report.answered_at + kept


@transaction.atomic
def _forget(report: ErrorReport) -> bool:
    """Whether it was there to be forgotten: another runner may have been faster."""
    if not ErrorReport.objects.filter(pk=report.pk).exclude(contact="").update(contact=""):
        return False
    record("forget_contact", report, by=system_user("timetable"))
    return True
