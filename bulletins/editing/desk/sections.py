"""The lists of the desk, in the order in which one works them off."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from bulletins.document.wording import day, deadline, spoken
from bulletins.editing.ages import left, waited
from bulletins.editing.asking import scope_in, who
from bulletins.editing.desk import finding, noticed, notices
from bulletins.editing.desk.months import Month, month_of
from bulletins.editing.desk.notices import KEEPERS, SOON
from bulletins.models import Decision, Edition, Role
from bulletins.permissions import Scope
from bulletins.permissions.scope import REVIEWERS
from bulletins.permissions.visibility import regions_of
from bulletins.workflow.stages import reviewer_role

MOST = 30  # of each list; the rest is in the list of all
ARCHIVERS = (Role.DESK, Role.FINAL_REVIEWER)
READING, WRITING = "review", "change"  # the page that an entry leads to


@dataclass(frozen=True, slots=True)
class Entry:
    """said: what to know before one opens it. urgent: a time is running out, or has."""

    edition: Edition
    page: str
    said: list[str]
    words: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """empty: what to say, and do, where nothing is in it. is_past: nothing in it waits.

    together: the name of what can be done to all of them at once (``forms.bulk``), or "".
    """

    name: str
    entries: list[Entry]
    empty: str
    may_start: bool = field(default=False)
    is_past: bool = field(default=False)
    together: str = ""


def desk_of(request: HttpRequest) -> list[Section]:
    """What to show this person; a fixed number of queries, however much there is."""
    return list(_sections(who(request), scope_in(request), timezone.now()))


def calendar_of(request: HttpRequest) -> Month:
    """The month of ?month=2026-12, with the releases she may see."""
    seen = finding.seen_by(who(request), scope_in(request))
    return month_of(seen, request.GET.get("month", ""), timezone.now())


def _sections(me: User, scope: Scope, now: datetime) -> Iterator[Section]:
    seen = finding.seen_by(me, scope)
    if scope.anywhere(*REVIEWERS, Role.DESK):
        yield from _reviewing(finding.waiting(seen, me), me, scope, now)
    if scope.anywhere(Role.EDITOR, Role.CONTRIBUTOR):
        yield from _writing(seen, me, scope, now)
    if scope.anywhere(*KEEPERS):
        ending = list(notices.ending(seen, scope, now))
        if ending:
            yield Section("公告到期", [_ending(one) for one in ending], "")
        papers = [_to_check(one) for one in noticed.to_check(seen, now)]
        if papers:
            yield Section("有效性待复查", papers, "")
    if scope.anywhere(*ARCHIVERS):
        over = [_over(one) for one in noticed.to_archive(seen, now)]
        if over:
            yield Section("可归档", over, "", together="archive")
    if scope.held:
        coming = [_scheduled(one) for one in finding.scheduled(seen, now)[:MOST]]
        yield Section("待发布", coming, "没有定时发布的稿件。")
        recent = [_recent(one) for one in finding.recent(seen, now)]
        yield Section("最近发布", recent, "还没有发布过稿件。", is_past=True)
        gone = [_withdrawn(one) for one in finding.withdrawn(seen, now)]
        if gone:
            yield Section("最近撤下", gone, "", is_past=True)


def _reviewing(
    waiting: Iterable[Edition], me: User, scope: Scope, now: datetime
) -> Iterator[Section]:
    fresh = [one for one in waiting if not one.awaits_late_review]
    late = [_late(one, me, scope, now) for one in waiting if one.awaits_late_review]
    mine = [one for one in fresh if may_take(one, me, scope)]
    if scope.anywhere(*REVIEWERS):
        todo = [_to_review(one, now) for one in mine if not one.is_ready]
        yield Section("待我审核", todo[:MOST], "没有等您审核的稿件。轮到您时会出现在这里。")
    if scope.anywhere(Role.FINAL_REVIEWER):
        ready = [_to_release(one, now) for one in mine if one.is_ready]
        yield Section("待我签发", ready[:MOST], "没有等您签发的稿件。")
    if late:
        yield Section("待补审", sorted(late, key=_due)[:MOST], "")


def _writing(seen: finding.Seen, me: User, scope: Scope, now: datetime) -> Iterator[Section]:
    editor = scope.anywhere(Role.EDITOR)
    drafts = list(finding.drafts(seen, me, own=editor))
    back = [one for one in drafts if finding.was_sent_back(one)]
    if back:
        yield Section("退回给我的", [_sent_back(one) for one in back[:MOST]], "")
    rest = [_draft(one, now) for one in drafts if not finding.was_sent_back(one)]
    name = "我的草稿" if editor else "可填写的草稿"
    empty = "没有草稿。可以新写一篇，或从 Word、网页导入。" if editor else "没有等您填写的草稿。"
    yield Section(name, rest[:MOST], empty, may_start=editor)


def may_take(edition: Edition, me: User, scope: Scope) -> bool:
    """Whether it is this person's turn, by role and scope, and no words of hers stand against it.

    Of an edition with its parts, authors and reviews prefetched.
    """
    role = reviewer_role(edition)
    if not scope.over([role], edition.column_id, regions_of(edition)):
        return False
    if edition.is_ready:
        return True
    if edition.awaits_late_review and edition.released_by_id == me.pk:
        return False
    wrote = any(author.user_id == me.pk for author in edition.authors.all())
    agreed = any(
        one.reviewer_id == me.pk
        and one.round == edition.round
        and one.decision == Decision.APPROVED
        for one in edition.reviews.all()
    )
    return not (wrote or agreed)


def _to_review(edition: Edition, now: datetime) -> Entry:
    return _waits(edition, reviewer_role(edition).label, now)


def _to_release(edition: Edition, now: datetime) -> Entry:
    return _waits(edition, "各级已同意", now)


def _waits(edition: Edition, turn: str, now: datetime) -> Entry:
    """How long it has waited, until when it is of use, and who reads it just now."""
    said = [turn, waited(edition.submitted_at or now, now)]
    ends = edition.closes_at
    if ends:
        said.append(f"截止时间 {spoken(ends)}，{left(ends, now)}")
    names = dict.fromkeys(str(one.user) for one in edition.presences.all())
    if names:
        said.append(f"{'、'.join(names)}正打开着")
    return Entry(edition, READING, said, urgent=bool(ends and ends < now + SOON))


def _late(edition: Edition, me: User, scope: Scope, now: datetime) -> Entry:
    due = edition.review_due_at or now
    turn = "轮到您" if may_take(edition, me, scope) else f"轮到{reviewer_role(edition).label}"
    said = [f"补审期限 {spoken(due)}", left(due, now), turn]
    return Entry(edition, READING, said, urgent=True)


def _due(entry: Entry) -> datetime:
    return entry.edition.review_due_at or entry.edition.changed_at


def _sent_back(edition: Edition) -> Entry:
    back = finding.sent_back_by(edition)
    return Entry(edition, WRITING, [f"{back.who}退回"], words=back.words)


def _draft(edition: Edition, now: datetime) -> Entry:
    return Entry(edition, WRITING, [waited(edition.changed_at, now, "改动")])


def _scheduled(edition: Edition) -> Entry:
    at = edition.live_from
    return Entry(edition, WRITING, [f"{spoken(at)}公开" if at else ""])


def _ending(one: notices.Ending) -> Entry:
    return Entry(one.edition, WRITING, [one.said], words=one.words, urgent=one.over)


def _to_check(edition: Edition) -> Entry:
    day_of = edition.article.check_by
    said = f"复查日期 {day(day_of)}" if day_of else ""
    return Entry(edition, WRITING, [edition.article.get_validity_display(), said])


def _over(edition: Edition) -> Entry:
    at = edition.article.deadline(edition.closes_at)
    return Entry(edition, WRITING, [f"已于 {deadline(at)} 截止" if at else ""])


def _recent(edition: Edition) -> Entry:
    at = edition.live_from
    return Entry(edition, WRITING, [spoken(at) if at else ""])


def _withdrawn(one: finding.Withdrawn) -> Entry:
    said = [f"{spoken(one.withdrawal.at)}由{one.withdrawal.by}撤下"]
    said.append(one.withdrawal.get_reason_display())
    if not one.withdrawal.explanation:
        said.append("还没有写公开说明")
    return Entry(one.edition, WRITING, said)
