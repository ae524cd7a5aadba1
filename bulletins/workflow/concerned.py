"""Whom a step concerns, and what they are told of it: one table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import Remark, User
from bulletins.document.wording import spoken
from bulletins.mailing import Message, tell
from bulletins.models import Decision, Edition, Outgoing, Review, Role
from bulletins.permissions import scope_of
from bulletins.permissions.visibility import regions_of
from bulletins.workflow.stages import reviewer_role

REVIEW, CHANGE = "review", "change"  # pages of the admin


@dataclass(frozen=True, slots=True)
class Told:
    """head: before the title, in the subject. says: after the name of who did it. yours: more."""

    people: Callable[[Edition], Iterator[User]]
    head: str
    says: str
    yours: str = ""
    page: str = CHANGE


def announce(name: str, edition: Edition, *, by: User, remark: Remark | None) -> None:
    """Put messages about a verb into the outbox, inside its transaction."""
    told = TOLD.get(name)
    if told is None:
        return
    message = Message(
        event=name,
        head=told.head,
        said=f"{by}{told.says}{_when(name, edition)}",
        yours=told.yours,
        address=address_of(edition, told.page),
        reason=remark.text if remark and name == "send_back" else "",
    )
    if settings.MAILS or settings.WEBHOOK_URL:
        tell(edition, message, told.people(edition), by=by)


def _when(name: str, edition: Edition) -> str:
    """Where readers do not see it yet, from when on they will."""
    timed = name in ("release", "reschedule") and edition.live_from
    return f"，{spoken(timed)}公开" if timed and edition.is_scheduled() else ""


def address_of(edition: Edition, page: str, anchor: str = "") -> str:
    """Under the site's own name, whatever name was asked for."""
    return f"{settings.SITE_URL}/admin/bulletins/edition/{edition.pk}/{page}/{anchor}"


def turn(edition: Edition) -> Iterator[User]:
    """Who may review next, or release what all have agreed to."""
    role = reviewer_role(edition)
    if edition.is_ready:
        yield from _holders(role, edition)
    elif edition.stages_passed < (edition.stages or 0):
        barred = set(edition.authors.values_list("user", flat=True))
        barred |= set(_agreed(edition).values_list("reviewer", flat=True))
        if edition.released_by_id:
            barred.add(edition.released_by_id)
        yield from (one for one in _holders(role, edition) if one.pk not in barred)


def authors(edition: Edition) -> Iterator[User]:
    """Whose words are in it, and who submitted it; of what was restored, as of what it copies."""
    written = edition.restored_from or edition
    yield from (one.user for one in written.authors.select_related("user"))
    yield written.submitted_by or written.created_by


def everybody(edition: Edition) -> Iterator[User]:
    yield from turn(edition)
    yield from authors(edition)


def _agreed(edition: Edition) -> QuerySet[Review]:
    return edition.reviews.filter(round=edition.round, decision=Decision.APPROVED)


def _holders(role: Role, edition: Edition) -> Iterator[User]:
    """Everybody who holds the role over the whole edition."""
    people = User.objects.filter(grants__role=role, is_active=True).distinct()
    regions = regions_of(edition)
    for person in people.order_by("pk"):
        if scope_of(person).over([role], edition.column_id, regions):
            yield person


def asked_to_review(edition: Edition) -> Iterator[User]:
    """Everybody who was told that it waits for her."""
    asked = Outgoing.objects.filter(edition=edition, event__in=("submit", "approve"))
    yield from User.objects.filter(pk__in=asked.exclude(to=None).values("to")).order_by("pk")


def keepers(edition: Edition) -> Iterator[User]:
    """Whose words are in it, and the principals who answer for what is public."""
    yield from authors(edition)
    yield from _holders(Role.FINAL_REVIEWER, edition)


TOLD = {
    "submit": Told(turn, "待审", "送审", "轮到您审核", REVIEW),
    "approve": Told(turn, "待办", "已同意", "轮到您", REVIEW),
    "send_back": Told(authors, "退回", "退回修改"),
    "release": Told(authors, "签发", "已签发"),
    "release_urgently": Told(everybody, "紧急签发", "已紧急签发，须限时补审", page=REVIEW),
    "cancel_release": Told(authors, "取消发布", "取消了发布"),
    "reschedule": Told(authors, "改期", "改了公开时间"),
    "recall": Told(asked_to_review, "撤回送审", "撤回了送审，不必再审"),
    "discard": Told(authors, "作废", "作废了这一版"),
    "withdraw": Told(keepers, "撤下", "撤下了这篇稿件"),
    "restore": Told(keepers, "恢复公开", "恢复公开了这篇稿件"),
    "close": Told(authors, "截止", "截止了这篇公告"),
    "extend": Told(authors, "延期", "改了截止时间"),
    "set_end": Told(authors, "公示期", "改了公示期"),
    "archive": Told(authors, "归档", "归档了这篇稿件"),
    "set_validity": Told(authors, "有效性", "改了有效性"),
    "backdate": Told(keepers, "首次发布时间", "改早了首次发布时间"),
}
