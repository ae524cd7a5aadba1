"""Why a verb cannot be done to an article now; the case's edition speaks for the article."""

from datetime import datetime

from django.utils import timezone

from bulletins.document.moments import EARLIEST
from bulletins.document.wording import spoken
from bulletins.models import FOREVER, ColumnKind
from bulletins.workflow.case import Case
from bulletins.workflow.standing import first_to_be_cancelled, is_public, standing_withdrawal


def was_released(case: Case) -> str | None:
    """公开过"""
    edition = case.edition
    if edition.live_from and edition.live_from <= timezone.now():
        return None
    return "这篇稿件还没有公开过"


def is_public_now(case: Case) -> str | None:
    """正在公开"""
    return None if is_public(case.edition.article) else "这篇稿件现在没有公开"


def is_not_public_now(case: Case) -> str | None:
    """现在没有公开"""
    return "这篇稿件正在公开，不必恢复" if is_public(case.edition.article) else None


def not_yet_withdrawn(case: Case) -> str | None:
    """没有撤下"""
    standing = standing_withdrawal(case.edition.article)
    return f"这篇稿件已于 {spoken(standing.at)} 撤下" if standing else None


def is_withdrawn(case: Case) -> str | None:
    """已撤下"""
    return None if standing_withdrawal(case.edition.article) else "这篇稿件没有撤下"


def is_away(case: Case) -> str | None:
    """已撤下，或从未公开"""
    article = case.edition.article
    if standing_withdrawal(article):
        return None
    if article.editions.begun().exists():
        return "这篇稿件没有撤下：请先撤下，读者不再看到之后再清除"
    return none_scheduled(case)


def not_erased(case: Case) -> str | None:
    """没有清除"""
    at = case.edition.article.erased_at
    return f"这篇稿件已于 {spoken(at)} 清除，文字不再留存" if at else None


def is_notice(case: Case) -> str | None:
    """是公告，或有截止时间"""
    edition = case.edition
    dated = edition.article.deadline(edition.closes_at) is not None
    if dated or edition.column.kind == ColumnKind.NOTICE:
        return None
    return "这不是公告，也没有截止时间"


def was_closed(case: Case) -> str | None:
    """提前截止过"""
    return None if case.edition.article.closed_at else "这篇公告没有提前截止"


def to_a_later_day(case: Case) -> str | None:
    """延到以后"""
    to: datetime | None = case.facts.get("at")
    planned = case.edition.closes_at
    if to is None:
        return None
    if to >= FOREVER:
        return "时间太远：请选择一个会到来的时间"
    if to <= timezone.now():
        return f"{spoken(to)} 已经过去：请选择以后的时间"
    if planned and to <= planned:
        return f"{spoken(to)} 不晚于原定的截止时间 {spoken(planned)}：要提前，请用“截止”"
    return None


def ends_later(case: Case) -> str | None:
    """公示期在以后结束，也在已定的公开时间之后"""
    at: datetime | None = case.facts.get("at")
    if at is None:
        return None
    if at >= FOREVER:
        return "时间太远：请选择一个会到来的时间"
    if at <= timezone.now():
        return f"{spoken(at)} 已经过去：请选择以后的时间，或撤下"
    later = case.edition.article.editions.scheduled().filter(live_from__gte=at).first()
    if later and later.live_from:
        return f"第 {later.number} 版定于 {spoken(later.live_from)} 公开：公示期要在那以后结束"
    return None


def not_archived(case: Case) -> str | None:
    """没有归档"""
    return "这篇稿件已归档" if case.edition.article.archived_at else None


def is_archived(case: Case) -> str | None:
    """已归档"""
    return None if case.edition.article.archived_at else "这篇稿件没有归档"


def is_reviewed(case: Case) -> str | None:
    """不欠补审"""
    if case.edition.awaits_late_review:
        return "这一版经紧急签发，还没有补审：请补审后再恢复"
    return None


def nobody_reviews(case: Case) -> str | None:
    """没有另一版在审"""
    opened = case.edition.article.editions.open().exclude(state="draft").first()
    if opened is None:
        return None
    return f"第 {opened.number} 版正在审核：请签发它，或退回后再恢复旧版"


def none_scheduled(case: Case) -> str | None:
    """没有待发布的版本"""
    return first_to_be_cancelled(case.edition.article.editions.scheduled())


def not_after_the_first(case: Case) -> str | None:
    """不晚于实际的首次发布"""
    at: datetime | None = case.facts.get("at")
    article = case.edition.article
    first = article.editions.begun().order_by("live_from").first()
    if at is None or first is None or first.live_from is None:
        return None
    if at < EARLIEST:
        return "时间太早：请写 1900 年以后的时间"
    if at > first.live_from:
        return f"这个时间晚于实际的首次发布时间 {spoken(first.live_from)}：只能改早"
    if at == article.first_published_at:
        return "首次发布时间已经是这个时间"
    return None
