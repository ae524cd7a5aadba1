"""What invented readers reported today, and how far the office has come with it."""

import json
from collections.abc import Mapping
from typing import Any

from bulletins import reporting
from bulletins.demo.past import article_of
from bulletins.demo.people import Staff
from bulletins.demo.scripts import CONTENT
from bulletins.models import ErrorReport, ReportKind, Role


def report_all(staff: Staff) -> None:
    """As ``content/reports.json`` says."""
    said = json.loads((CONTENT / "reports.json").read_text(encoding="utf-8"))
    for number, facts in enumerate(said):
        report = _received(facts, f"demo:{number}")
        _answered(report, facts, staff)


def _received(facts: Mapping[str, Any], form: str) -> ErrorReport:
    kind = {one.label: one.value for one in ReportKind}[facts["kind"]]
    words = [facts.get(name, "") for name in ("words", "proposal", "contact")]
    return reporting.receive(_subject(facts), reporting.Said(kind, *words), form=form)


def _subject(facts: Mapping[str, Any]) -> reporting.Subject:
    """heading: of the section it is about, in the article of a script."""
    if not facts["about"]:
        return reporting.subject_at(facts["place"])
    article = article_of(facts["about"])
    sections = article.editions.live().get().sections.filter(heading=facts.get("heading", ""))
    key = sections.values_list("key", flat=True).first() or ""
    return reporting.subject_of(article.number or 0, key) or reporting.Subject("/")


def _answered(report: ErrorReport, facts: Mapping[str, Any], staff: Staff) -> None:
    by = staff[Role.DESK]
    if facts.get("taken_up"):
        reporting.take_up(report, seen=0, by=by)
    if text := facts.get("answer"):
        reporting.answer(report, text, seen=0, by=by)
    if reason := facts.get("dismissed"):
        reporting.dismiss(report, reason, seen=0, by=by)
