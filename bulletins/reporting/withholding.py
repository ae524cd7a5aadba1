"""An answer may quote what was taken from readers afterwards for a person's sake."""

from datetime import datetime

from django.db.models import Max

from accounts.models import AuditEntry
from bulletins.models import Article, ChangeKind, ErrorReport, ReleasedAs, WithdrawalReason


def is_withheld(report: ErrorReport) -> bool:
    """Whether its article is withdrawn for 涉及个人信息, or it is older than the last such act."""
    article = report.article
    if article is None or not report.answer:
        return False
    private = article.withdrawals.filter(reason=WithdrawalReason.PRIVACY)
    if private.filter(restored_at=None).exists():
        return True
    taken = [one for one in (private.aggregate(at=Max("at"))["at"], _corrected_at(article)) if one]
    return bool(taken) and _said_at(report) < max(taken)


def _corrected_at(article: Article) -> datetime | None:
    """When 更正（涉及个人信息） was last in force anew."""
    corrected = article.editions.begun().filter(change_kind=ChangeKind.PRIVACY)
    anew = corrected.exclude(released_as=ReleasedAs.RESTORED)
    at: datetime | None = anew.aggregate(at=Max("live_from"))["at"]
    return at


def _said_at(report: ErrorReport) -> datetime:
    """When the answer came that stands now: it may have been put in another's place."""
    told = AuditEntry.objects.filter(object=f"errorreport:{report.pk}", action="answer_report")
    at = told.order_by("-seq").values_list("at", flat=True).first() or report.answered_at
    assert at  # nothing stands as an answer without it
    return at
