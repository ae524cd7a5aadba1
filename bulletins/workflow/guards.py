"""Why a verb cannot be done now: one small function for each reason, None where there is none.

A guard that looks at what the person brings (a digest, a time) keeps silent while she has brought
nothing yet: so the same guards tell which buttons to show.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from bulletins.document.canonical import same_content
from bulletins.document.tree import Document
from bulletins.document.wording import spoken
from bulletins.drafting import document_of
from bulletins.models import FOREVER, Decision, Edition, State
from bulletins.workflow.case import Case
from bulletins.workflow.completeness import missing
from bulletins.workflow.deadlines import moves_a_moved_deadline
from bulletins.workflow.sealing import digest_of
from bulletins.workflow.standing import first_to_be_cancelled, standing_withdrawal

# A clock on the editor's desk may be ahead; a page takes a while to fill in.
PATIENCE = timedelta(minutes=5)


def column_is_open(case: Case) -> str | None:
    """栏目启用且未冻结"""
    if case.edition.column.takes_articles:
        return None
    return f"栏目“{case.edition.column}”已停用或冻结：请移到其他栏目"


def is_complete(case: Case) -> str | None:
    """标题、正文等齐全"""
    gaps = missing(case.edition)
    return f"还缺：{'；'.join(gap.sentence for gap in gaps)}" if gaps else None


def says_something_new(case: Case) -> str | None:
    """与正在公开的版本不同"""
    edition = case.edition
    before = edition.article.editions.released().latest_first().first()
    if before is None or before.column_id != edition.column_id:
        return None
    if not same_content(_text(before), _text(edition)):
        return None
    return "与已签发的版本完全相同，没有可审的改动：可以作废这份草稿"


def _text(edition: Edition) -> Document:
    """Without the note on what was changed: there has to be something."""
    return replace(document_of(edition), change_note="")


def nothing_moved(case: Case) -> str | None:
    """送审人看过之后没有别人改动"""
    seen = case.facts.get("changes")
    if seen is None or seen == case.edition.changes:
        return None
    return "您打开之后稿件又有改动：请看过最新内容后再送审"


def waits_for_review(case: Case) -> str | None:
    """正等这一级审核"""
    edition = case.edition
    if edition.awaits_late_review or (edition.state == State.IN_REVIEW and not edition.is_ready):
        return None
    return "这一版没有在等审核"


def may_be_sent_back(case: Case) -> str | None:
    """在审、待签发，或等补审"""
    edition = case.edition
    if edition.state == State.IN_REVIEW or edition.awaits_late_review:
        return None
    return "这一版已经公开，不能退回：请另起更正版本，或撤下"


def is_what_was_read(case: Case) -> str | None:
    """所读页面的校验码与稿件一致"""
    read = case.facts.get("digest")
    if read is None or read == case.edition.digest:
        return None
    return "您读的不是现在这一稿，内容已有变化：请重新打开，读过后再决定"


def is_what_was_sealed(case: Case) -> str | None:
    """库中文字与送审时的校验码一致"""
    if digest_of(case.edition) == case.edition.digest:
        return None
    return "库中的文字与送审时的校验码不符，可能被绕过程序改动：请停止审核和发布，并报告管理员"


def is_what_was_agreed_to(case: Case) -> str | None:
    """清样和已有的同意都是这一校验码"""
    edition = case.edition
    proofs = edition.proofs.filter(round=edition.round, digest=edition.digest)
    agreed = edition.reviews.filter(
        round=edition.round, digest=edition.digest, decision=Decision.APPROVED
    )
    if proofs.exists() and agreed.count() == edition.stages_passed:
        return None
    return "稿件的校验码与清样或审核记录不符，可能被绕过程序改动：请停止审核和发布，并报告管理员"


def by_no_author(case: Case) -> str | None:
    """不是作者"""
    if case.edition.authors.filter(user=case.by).exists():
        return "稿件中有您写的文字，须由另一位同事审核"
    return None


def by_someone_new(case: Case) -> str | None:
    """各级由不同的人审核"""
    earlier = case.edition.reviews.filter(
        round=case.edition.round, reviewer=case.by, decision=Decision.APPROVED
    )
    return "您已在前一级同意过，这一级须由另一位同事审核" if earlier.exists() else None


def by_another_than_released_it(case: Case) -> str | None:
    """不是紧急签发的人"""
    edition = case.edition
    if edition.awaits_late_review and edition.released_by_id == case.by.pk:
        return "这一版由您紧急签发，补审须由另一位同事"
    return None


def is_agreed_to(case: Case) -> str | None:
    """各级都已同意"""
    edition = case.edition
    if edition.is_ready:
        return None
    return f"审核还没有完成（{edition.stages_passed}/{edition.stages}），不能签发"


def is_not_agreed_to(case: Case) -> str | None:
    """审核尚未完成"""
    return "各级都已同意，请直接签发" if case.edition.is_ready else None


def in_time(case: Case) -> str | None:
    """公开时间不早于现在"""
    at: datetime | None = case.facts.get("at")
    if at and at >= FOREVER:
        return "公开时间太远：请选择一个会到来的时间"
    if at is None or at >= timezone.now() - PATIENCE:
        return None
    return f"公开时间 {spoken(at)} 已经过去：请选择以后的时间，或立即公开"


def none_scheduled(case: Case) -> str | None:
    """没有待发布的另一版"""
    return first_to_be_cancelled(
        case.edition.article.editions.scheduled().exclude(pk=case.edition.pk)
    )


def has_not_begun(case: Case) -> str | None:
    """还没有到公开时间"""
    return None if case.edition.is_scheduled() else "已经公开，不能取消或改期：可以撤下"


def no_other_open(case: Case) -> str | None:
    """同一稿件没有另一个在编、在审的版本"""
    opened = case.edition.article.editions.open().exclude(pk=case.edition.pk).first()
    if opened is None:
        return None
    return f"第 {opened.number} 版还是{opened.get_state_display()}：先让它结束"


def before_it_ends(case: Case) -> str | None:
    """公示期还没有结束"""
    ends, now = case.edition.article.ends_at, timezone.now()
    begins = case.facts.get("at") or now
    if ends is None or begins < ends or ends <= now:  # one that is over does not come back
        return None
    return f"这篇稿件的公示期到 {spoken(ends)} 为止：请先改公示期"


def not_withdrawn(case: Case) -> str | None:
    """没有撤下"""
    if standing_withdrawal(case.edition.article) is None:
        return None
    return "这篇稿件已撤下，只有终审可以恢复公开：请终审签发"


def keeps_the_deadline(case: Case) -> str | None:
    """公告延期、提前截止过的，不定时公开另一截止时间"""
    if case.facts.get("at") is None or not moves_a_moved_deadline(case.edition):
        return None
    return (
        "这一版改了截止时间，而公告延期或提前截止过，到时以哪个为准说不清："
        "请到时再签发，或先取消延期、截止"
    )


def not_later_while_withdrawn(case: Case) -> str | None:
    """已撤下的稿件不能定时"""
    if case.facts.get("at") is None or standing_withdrawal(case.edition.article) is None:
        return None
    return "这篇稿件已撤下，签发就是恢复公开，不能定时：请到时再签发"
