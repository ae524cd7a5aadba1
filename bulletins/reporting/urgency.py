"""How urgent a report is: its term in working days, and what an inspection counts.

A question that stays unanswered for three months fails the whole site (国办秘函〔2019〕19号).
"""

from dataclasses import dataclass
from datetime import date, datetime

from bulletins.document.wording import BEIJING, day
from bulletins.models import ErrorReport

WARNED, FAILING = 60, 90  # calendar days since it came


@dataclass(frozen=True, slots=True)
class Urgency:
    """level: "", "late" (its term is over), "warned", "failing"; said: in words."""

    level: str
    said: str


def urgency_of(report: ErrorReport, now: datetime) -> Urgency:
    """Of one that waits; of one that was answered there is none."""
    if report.answered_at:
        return Urgency("", "")
    today = now.astimezone(BEIJING).date()
    waited = (today - report.received_at.astimezone(BEIJING).date()).days
    if waited >= FAILING:
        return Urgency("failing", f"已 {waited} 天没有答复：检查不合格")
    if waited >= WARNED:
        return Urgency("warned", f"已 {waited} 天没有答复，满 {FAILING} 天检查不合格")
    return Urgency("late" if report.due_on < today else "", _term(report.due_on, today))


def _term(due: date, today: date) -> str:
    days = (due - today).days
    if days < 0:
        return f"应在{day(due)}以前答复，已过 {-days} 天"
    return f"应在{day(due)}以前答复，还有 {days} 天" if days else "今天应当答复"
