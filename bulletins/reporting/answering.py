"""The verbs: taking a report up, answering it, not going into it, deleting what its reader wrote.

Each is one transaction with one entry in the audit chain, which holds nothing of the reader's.
seen: the report's revision on the page that was read; refused where somebody was faster.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.audit import record, remark_of
from accounts.models import Remark, User
from bulletins.document.plain import visible
from bulletins.document.wording import spoken
from bulletins.models import Dismissal, ErrorReport
from bulletins.permissions import Hidden, Refused, Scope, scope_of
from bulletins.permissions.visibility import sees_some
from bulletins.reporting.discretion import indiscretion
from bulletins.reporting.rights import may_answer

LONGEST = 1000


@transaction.atomic
def take_up(report: ErrorReport, *, seen: int, by: User) -> None:
    """Somebody looks into it; whoever sent it sees so. May be taken over from a colleague."""
    held = _held(report, by)
    if held.taken_up_by_id == by.pk and held.answered_at is None:
        return
    _require_unchanged(held, seen)
    if held.answered_at:
        raise Refused("这条纠错已经办结，不用再处理")
    _store("take_up_report", held, by, {"taken_up_at": timezone.now(), "taken_up_by": by})


@transaction.atomic
def answer(report: ErrorReport, text: str, *, seen: int, by: User) -> None:
    """The public answer; one that stands already is put in another's place."""
    held = _held(report, by)
    said = visible(text.replace("\r\n", "\n")).strip()
    if held.answered_by_id == by.pk and held.answer == said:
        return
    _require_unchanged(held, seen)
    _require_sayable(said, held)
    at = held.answered_at or timezone.now()
    facts = {"answered_at": at, "answered_by": by, "answer": said, "dismissal": ""}
    again = {"again": held.answered_at is not None}
    _store("answer_report", held, by, facts, detail=again, remark=remark_of(said))


@transaction.atomic
def dismiss(report: ErrorReport, reason: str, *, seen: int, by: User) -> None:
    """It is not gone into; reason: of ``Dismissal``, told to whoever sent it."""
    held = _held(report, by)
    if held.answered_by_id == by.pk and held.dismissal == reason:
        return
    _require_unchanged(held, seen)
    if reason not in Dismissal.values:
        raise Refused("请选择不受理的原因")
    if held.answer:
        raise Refused("已经答复的纠错不能改为不受理：需要时请改写答复")
    at = held.answered_at or timezone.now()
    facts = {"answered_at": at, "answered_by": by, "dismissal": reason}
    _store("dismiss_report", held, by, facts, detail={"reason": reason})


@transaction.atomic
def empty(report: ErrorReport, *, seen: int, by: User) -> None:
    """What its reader wrote is deleted for good; when it came and how it was answered stays."""
    held = _held(report, by)
    if held.emptied_at:
        return
    _require_unchanged(held, seen)
    if held.answered_at is None:
        raise Refused("还没有办结，不能删去原文：请先答复，或选“不受理”")
    place = held.place if held.edition_id else ""  # an address of ours, or the reader's words
    gone = {"words": "", "proposal": "", "contact": "", "place": place}
    _store("empty_report", held, by, gone | {"emptied_at": timezone.now()})


def _held(report: ErrorReport, by: User) -> ErrorReport:
    """The row as it is now, locked. Raises Hidden, or Refused for who sees the article only."""
    found = ErrorReport.objects.select_for_update().filter(pk=report.pk).first()
    if found is None:
        raise Hidden
    scope = scope_of(by)
    if not may_answer(scope, found):
        raise _no(scope, found)
    return found


def _no(scope: Scope, report: ErrorReport) -> Refused:
    if report.edition is None or not sees_some(scope, report.edition):
        return Hidden()
    return Refused("您不能办理这条纠错：需要这一栏目和地区的编辑、值班编辑或终审授权")


def _require_unchanged(report: ErrorReport, seen: int) -> None:
    if report.revision == seen:
        return
    who, at = report.answered_by or report.taken_up_by, report.answered_at or report.taken_up_at
    done = f"{who}于{spoken(at)}" if who and at else "同事"
    raise Refused(f"这条纠错您打开之后有了变化（{done}{report.state}）：请看过现在的样子再办")


def _require_sayable(said: str, report: ErrorReport) -> None:
    if not said:
        raise Refused("请写明答复：读者凭回执号看到的就是这段话")
    if len(said) > LONGEST:
        raise Refused(f"答复最长 {LONGEST} 字，现在 {len(said)} 字：请写得短些")
    if wrong := indiscretion(said, report):
        raise Refused(wrong)


def _store(
    action: str,
    report: ErrorReport,
    by: User,
    facts: Mapping[str, Any],
    *,
    detail: Mapping[str, Any] | None = None,
    remark: Remark | None = None,
) -> None:
    changed = {**facts, "revision": report.revision + 1}
    ErrorReport.objects.filter(pk=report.pk).update(**changed)
    record(action, report, by=by, detail=detail, remark=remark)
