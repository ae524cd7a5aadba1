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
    """level: "", "late" (its term is over), "warned", "failing"; said, short: in words."""

    level: str
    said: str
    short: str = ""


def urgency_of(report: ErrorReport, now: datetime) -> Urgency:
    """Of one that waits; of one that was answered there is none."""
    if report.answered_at:
        return Urgency("", "")
    today = now.astimezone(BEIJING).date()
    waited = (today - report.received_at.astimezone(BEIJING).date()).days
    if waited >= FAILING:
        return Urgency("failing", f"已 {waited} 天没有答复：检查不合格", f"已 {waited} 天")
    if waited >= WARNED:
        said = f"已 {waited} 天没有答复，满 {FAILING} 天检查不合格"
        return Urgency("warned", said, f"已 {waited} 天")
    return _term(report.due_on, today)


def _term(due: date, today: date) -> Urgency:
    days, until = (due - today).days, f"应在{day(due)}以前答复"
    if days < 0:
        return Urgency("late", f"{until}，已过 {-days} 天", f"已过 {-days} 天")
    if days == 0:
        return Urgency("", "今天应当答复", "今天")
    return Urgency("", f"{until}，还有 {days} 天", f"还有 {days} 天")
