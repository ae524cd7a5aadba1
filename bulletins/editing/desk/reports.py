"""纠错 on the desk: what waits for an answer of hers, the most urgent first."""

from dataclasses import dataclass
from datetime import datetime

from bulletins.models import ErrorReport
from bulletins.permissions import Scope
from bulletins.reporting.rights import ANSWERERS, visible_reports
from bulletins.reporting.urgency import Urgency, urgency_of

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """title: of the page it is about."""

    report: ErrorReport
    title: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Reports:
    """waiting: the first of them. more: whether there are others."""

    waiting: list[Waiting]
    more: bool


def reports_of(scope: Scope, now: datetime) -> Reports | None:
    """One query; None where nothing waits, or not for her."""
    if not scope.anywhere(*ANSWERERS):
        return None
    mine = ErrorReport.objects.waiting().filter(visible_reports(scope))
    related = mine.select_related("edition", "taken_up_by")
    found = list(related.defer("edition__rendered", "edition__rendered_facts")[: SHOWN + 1])
    shown = [_waiting(report, now) for report in found[:SHOWN]]
    return Reports(shown, len(found) > SHOWN) if shown else None


def _waiting(report: ErrorReport, now: datetime) -> Waiting:
    title = str(report.edition) if report.edition else report.place
    return Waiting(report, title, urgency_of(report, now))
