"""Who may do what, and what the others are told: one table, written by hand from the design."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from bulletins import commenting, drafting, previews, reporting, workflow
from bulletins.document.html.writing import write_html
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import (
    Article,
    Comment,
    EarlierText,
    Edition,
    ErrorReport,
    RemovedAttachment,
    Role,
    Withdrawal,
)
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.articles.withdrawing import Explanation
from tests.office import PART, saying

Do = Callable[[Edition, User], object]
LATER = timezone.now() + timedelta(days=9)
LONG_AGO = timezone.now() - timedelta(days=900)
DONE, REFUSED, HIDDEN = "做成", "不许", "没有"

EDITOR, CONTRIBUTOR, DESK = Role.EDITOR, Role.CONTRIBUTOR, Role.DESK
FIRST, SECOND, FINAL = Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER


@dataclass(frozen=True)
class Act:
    """Something done to an edition that was walked to a state, and the roles that may do it.

    to_a_part: it asks only for the part of 天津, not for the whole edition.
    """

    name: str
    state: str
    do: Do
    roles: frozenset[str]
    to_a_part: bool = False
    needs_part: bool = False


def _verb(name: str, state: str, *roles: Role, **facts: object) -> Act:
    verb = getattr(workflow, name)
    return Act(name, state, lambda edition, by: verb(edition, by=by, **facts), frozenset(roles))


def _review(name: str, state: str, *roles: Role, **facts: object) -> Act:
    verb = getattr(workflow, name)

    def do(edition: Edition, by: User) -> object:
        return verb(edition, digest=edition.digest, by=by, **facts)

    return Act(name, state, do, frozenset(roles))


def _article(name: str, *roles: Role, words: tuple[object, ...] = (), **facts: object) -> Act:
    """An act on a public article, of which everything is so that it can be done."""

    def do(edition: Edition, by: User) -> object:
        _make_possible(name, edition)
        return getattr(workflow, name)(edition.article, *words, by=by, **facts)

    return Act(name, "live", do, frozenset(roles))


def _make_possible(name: str, edition: Edition) -> None:
    now, somebody = timezone.now(), edition.created_by
    rows = Article.objects.filter(pk=edition.article_id)
    match name:
        case "close" | "extend":
            rows.update(extended_to=LATER)
        case "reopen":
            rows.update(closed_at=now, closed_by=somebody)
        case "unarchive":
            rows.update(archived_at=now, archived_by=somebody)
        case "explain" | "restore" | "erase":
            Withdrawal.objects.create(article=edition.article, by=somebody, reason="other")
            Edition.objects.filter(pk=edition.pk).update(live_until=now)


def _writes(name: str, do: Do, *roles: Role, to: str = "whole") -> Act:
    return Act(name, "draft", do, frozenset(roles), to != "whole", to == "part")


def _save_part(edition: Edition, by: User) -> object:
    part = edition.parts.all()[0]
    return drafting.save_part(part, saying(part_of(part), "新"), seen=1, by=by, aware=True)


def _merge_part(edition: Edition, by: User) -> object:
    part = edition.parts.all()[0]
    return drafting.merge_part(part, saying(part_of(part), "新"), seen=1, by=by, aware=True)


def _remove_part(edition: Edition, by: User) -> object:
    return drafting.remove_part(edition.parts.all()[0], seen=1, by=by, aware=True)


def _restore_text(edition: Edition, by: User) -> object:
    part = edition.parts.all()[0]
    return drafting.restore(
        _earlier(edition, saying(part_of(part), "旧")), seen=1, by=by, aware=True
    )


def _restore_part(edition: Edition, by: User) -> object:
    gone = _earlier(edition, replace(PART, key="gone00"))
    return drafting.restore(gone, seen=edition.changes, by=by, aware=True)


def _earlier(edition: Edition, part: DocumentPart) -> EarlierText:
    """What a part said before lin changed or removed it."""
    html = write_html(Document(parts=(part,)))
    return EarlierText.objects.create(
        edition=edition, key=part.key, html=html, replaced_by=edition.created_by
    )


def _bring_back(edition: Edition, by: User) -> object:
    gone = RemovedAttachment.objects.create(
        edition=edition, key="gone00", title="名单", removed_by=edition.created_by
    )
    return drafting.bring_back(gone, by=by, aware=True)


def _arrange_parts(edition: Edition, by: User) -> object:
    keys = list(edition.parts.values_list("key", flat=True))
    return drafting.arrange_parts(edition, keys[::-1], by=by, aware=True)


def _save_head(edition: Edition, by: User) -> object:
    head = head_of(edition)
    wanted = replace(head, document=replace(head.document, title="新"))
    return drafting.save_head(edition, wanted, seen=edition.revision, by=by, aware=True)


def _merge_head(edition: Edition, by: User) -> object:
    head = head_of(edition)
    wanted = replace(head, document=replace(head.document, title="新"))
    return drafting.merge_head(edition, wanted, seen=edition.revision, by=by, aware=True)


def _comment(edition: Edition, by: User) -> Comment:
    return commenting.comment(edition, edition.parts.all()[0].key, "请核对", by=by)


def _resolve(edition: Edition, by: User) -> object:
    return commenting.resolve(edition, _comment(edition, edition.created_by).pk, by=by)


def _reopen(edition: Edition, by: User) -> object:
    said = _comment(edition, edition.created_by)
    commenting.resolve(edition, said.pk, by=edition.created_by)
    return commenting.reopen(edition, said.pk, by=by)


def _place(edition: Edition, by: User) -> object:
    return workflow.place(edition, {edition.column_id: LATER}, by=by)


def _revoke_link(edition: Edition, by: User) -> object:
    fresh = previews.make_link(edition, by=edition.created_by)
    return previews.revoke_link(edition, fresh.link.pk, by=by)


def _report(edition: Edition) -> ErrorReport:
    """What a reader says of its first part."""
    subject = reporting.subject_of(edition.article.number or 0, edition.parts.all()[0].key)
    assert subject
    return reporting.receive(subject, reporting.Said("typo", "错字"), form="form")


def _answers(name: str, *words: str) -> Act:
    """Of a report, by who answers for the part; a dismissed one is emptied."""

    def do(edition: Edition, by: User) -> object:
        report = _report(edition)
        if name == "empty":
            facts = {"answered_at": timezone.now(), "dismissal": "unclear"}
            ErrorReport.objects.update(**facts, answered_by=edition.created_by)
        return getattr(reporting, name)(report, *words, seen=0, by=by)

    return Act(f"{name} a report", "live", do, frozenset({EDITOR, DESK, FINAL}), True, True)


REASON = "理由"

ACTS = (
    # Drafts are the editors' (编辑)
    _verb("submit", "draft", EDITOR),
    _verb("recall", "submitted", EDITOR),
    _verb("set_aside", "draft", EDITOR),
    _verb("resume", "set_aside", EDITOR),
    _verb("discard", "draft", EDITOR),
    # Each reviewer (初审 复审 终审) in her turn, and nobody else
    _review("approve", "submitted", FIRST),
    _review("approve", "once approved", SECOND),
    _review("approve", "twice approved", FINAL),
    _review("send_back", "submitted", FIRST, reason=REASON),
    _review("send_back", "once approved", SECOND, reason=REASON),
    _review("send_back", "twice approved", FINAL, reason=REASON),
    _review("send_back", "approved", FINAL, reason=REASON),
    # Becoming public is the principal's (终审); at night the desk (值班编辑) may, too
    _verb("release", "approved", FINAL),
    _verb("release_urgently", "submitted", FINAL, DESK, reason=REASON),
    _verb("cancel_release", "scheduled", FINAL, DESK),
    _verb("reschedule", "scheduled", FINAL, DESK, at=LATER),
    # Public articles are the desk's (值班编辑), who asks nobody at night
    *(_article(name, DESK, FINAL) for name in ("close", "reopen", "archive", "unarchive")),
    _article("extend", DESK, FINAL, at=LATER + timedelta(days=1)),
    _article("set_end", DESK, FINAL, at=LATER),
    _article("set_validity", DESK, FINAL, words=(Force("valid"),)),
    _article("withdraw", DESK, FINAL, words=("wrong",), reason=REASON),
    _article("explain", DESK, FINAL, words=(Explanation("已改正"),)),
    _article("restore", FINAL),
    _article("backdate", Role.ADMINISTRATOR, at=LONG_AGO, reason=REASON),
    _article("erase", Role.ADMINISTRATOR, reason=REASON),
    # Writing: a contributor (信息员) changes the text of her region's part, and nothing else
    _writes("save_part", _save_part, EDITOR, CONTRIBUTOR, to="part"),
    _writes("merge_part", _merge_part, EDITOR, CONTRIBUTOR, to="part"),
    _writes(
        "add_part",
        lambda edition, by: drafting.add_part(edition, PART, by=by, aware=True),
        EDITOR,
        to="new part",
    ),
    _writes("remove_part", _remove_part, EDITOR, to="part"),
    _writes("drafting.restore", _restore_text, EDITOR, CONTRIBUTOR, to="part"),
    _writes("drafting.restore what is gone", _restore_part, EDITOR, to="new part"),
    _writes("bring_back", _bring_back, EDITOR),
    _writes("arrange_parts", _arrange_parts, EDITOR),
    _writes("save_head", _save_head, EDITOR),
    _writes("merge_head", _merge_head, EDITOR),
    # Beside a part: who works on it says something, who writes it has done it, who reviews looks again
    _writes("comment", _comment, EDITOR, CONTRIBUTOR, DESK, FIRST, SECOND, FINAL, to="part"),
    _writes("resolve", _resolve, EDITOR, CONTRIBUTOR, to="part"),
    _writes("commenting.reopen", _reopen, FIRST, SECOND, FINAL, to="part"),
    # Where it stands is the editors' until it leaves their hands, then the desk's
    Act("place", "draft", _place, frozenset({EDITOR})),
    Act("place", "live", _place, frozenset({DESK, FINAL})),
    # What readers report is answered by who answers for the place
    _answers("take_up"),
    _answers("answer", "已改。"),
    _answers("dismiss", "unclear"),
    _answers("empty"),
    # Showing it to somebody outside is the editors', who answer for it
    Act(
        "make_link",
        "draft",
        lambda edition, by: previews.make_link(edition, by=by),
        frozenset({EDITOR}),
    ),
    Act("revoke_link", "draft", _revoke_link, frozenset({EDITOR})),
    Act(
        "duplicate",
        "live",
        lambda edition, by: drafting.duplicate(edition, by=by),
        frozenset({EDITOR}),
    ),
    Act(
        "start_edition",
        "live",
        lambda edition, by: drafting.start_edition(edition.article, by=by),
        frozenset({EDITOR}),
    ),
)

# Where an edition is: its column, and the regions of its parts.
PLACES: dict[str, tuple[str, tuple[str | None, ...]]] = {
    "天津": ("news", ("120000",)),
    "天津的一个区": ("news", ("120101",)),
    "贵州": ("news", ("520000",)),
    "天津和贵州": ("news", ("120000", "520000")),
    "没有地区的文字": ("news", (None,)),
    "还没有地区稿": ("news", ()),
    "下级栏目，天津": ("local", ("120000",)),
    "别的栏目，天津": ("notices", ("120000",)),
}

# What comes of it there, for who was granted a role in 网上传播: (she may, she may not).
FOR_TIANJIN = {
    "天津": (DONE, REFUSED),
    "天津的一个区": (DONE, REFUSED),
    "贵州": (HIDDEN, HIDDEN),
    "天津和贵州": (REFUSED, REFUSED),  # she sees a part of it
    "没有地区的文字": (HIDDEN, HIDDEN),
    "还没有地区稿": (HIDDEN, HIDDEN),
    "下级栏目，天津": (DONE, REFUSED),
    "别的栏目，天津": (HIDDEN, HIDDEN),
}
# What only asks for her part is done there, too.
HER_PART = FOR_TIANJIN | {"天津和贵州": (DONE, REFUSED)}
# Two grants of one role, for one region each, add up; what is of both is hers, too.
FOR_BOTH = HER_PART | {"贵州": (DONE, REFUSED)}
# An editor may begin what has no parts yet.
BEGINNING = {"还没有地区稿": (DONE, REFUSED)}
FOR_ALL_REGIONS = {
    place: (DONE, REFUSED) if column != "notices" else (HIDDEN, HIDDEN)
    for place, (column, _) in PLACES.items()
}
EVERYWHERE = dict.fromkeys(PLACES, (DONE, REFUSED))
NOWHERE = dict.fromkeys(PLACES, (HIDDEN, HIDDEN))
# Who holds a role wherever it is, or none at all, is asked where it could make a difference.
FEW_PLACES = frozenset({"天津", "没有地区的文字", "别的栏目，天津"})
