"""The review page for one person: what she reads, where it stands, what she may say."""

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.audit.reading import words_with
from accounts.models import User
from bulletins.document.diff.compare import compare
from bulletins.document.diff.result import DocumentDiff
from bulletins.editing.reviewing.bases import Basis, bases_of
from bulletins.editing.reviewing.shown import Shown, shown_of
from bulletins.models import Decision, Edition, ReleasedAs, Review, State
from bulletins.permissions import Scope
from bulletins.workflow.case import Case
from bulletins.workflow.options import options
from bulletins.workflow.stages import STAGES, next_stage, reviewer_role
from bulletins.workflow.taking import refusal_of
from bulletins.workflow.verb import Verb
from bulletins.workflow.verbs import VERBS

# Buttons of this page, beside the decision; what is done to drafts is done where they are written.
ELSEWHERE = ("approve", "send_back", "set_aside", "resume", "discard")
NOT_SUBMITTED = {
    State.DRAFT: "还没有送审，下面是草稿现在的样子",
    State.SET_ASIDE: "这份草稿已搁置，没有送审",
    State.DISCARDED: "这份草稿已作废",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the present round, and who agreed to it."""

    number: int
    role: str
    review: Review | None
    is_next: bool


@dataclass(frozen=True)
class ReviewPage:
    """why_not: one sentence where she may not agree to it; "" where she may."""

    edition: Edition
    shown: Shown
    steps: list[Step]
    reviews: list[Review]
    authors: list[User]
    bases: list[Basis]
    basis: Basis | None
    difference: DocumentDiff | None
    buttons: list[Verb]
    may_send_back: bool
    why_not: str
    agreed_before: Review | None = None
    urgent_reason: str = ""

    @property
    def may_approve(self) -> bool:
        return not self.why_not

    @property
    def may_decide(self) -> bool:
        return self.may_approve or self.may_send_back

    @property
    def may_release(self) -> bool:
        return any(verb.name == "release" for verb in self.buttons)

    @property
    def agrees_again(self) -> Review | None:
        """Her approval of an earlier submission, where only what came since has to be read."""
        since = self.basis and self.basis.name == "seen"
        return self.agreed_before if self.may_approve and since else None

    @property
    def opinions(self) -> list[Review]:
        """What was said, in this round and before."""
        return [one for one in self.reviews if one.comment]


def review_page_of(edition: Edition, *, by: User, scope: Scope, compare_with: str) -> ReviewPage:
    """compare_with: the name of a basis, or "" for the one she needs first."""
    shown = shown_of(edition)
    reviews = list(edition.reviews.select_related("reviewer", "remark"))
    bases = bases_of(edition, by)
    basis = next((one for one in bases if one.name == compare_with), bases[0] if bases else None)
    found = {verb.name: verb for verb in options(edition, by=by, scope=scope)}
    urgent = edition.awaits_late_review
    may_approve = "approve" in found and not shown.faults
    return ReviewPage(
        edition=edition,
        shown=shown,
        steps=list(_steps(edition, reviews)),
        reviews=reviews,
        authors=[one.user for one in edition.authors.select_related("user")],
        bases=bases,
        basis=basis,
        difference=compare(basis.document(), shown.document) if basis else None,
        buttons=[verb for name, verb in found.items() if name not in ELSEWHERE],
        may_send_back="send_back" in found,
        why_not="" if may_approve else _why_not(edition, shown, by=by, scope=scope),
        agreed_before=agreed_before(edition, by),
        urgent_reason=words_with("release_urgently", edition) if urgent else "",
    )


def agreed_before(edition: Edition, by: User) -> Review | None:
    """Her last word on an earlier submission, if it was a yes."""
    earlier = edition.reviews.filter(reviewer=by, round__lt=edition.round)
    last = earlier.order_by("-at", "-pk").first()
    return last if last and last.decision == Decision.APPROVED else None


def _steps(edition: Edition, reviews: list[Review]) -> Iterator[Step]:
    agreed = {
        one.stage: one
        for one in reviews
        if one.round == edition.round and one.decision == Decision.APPROVED
    }
    waits = edition.stages is not None and edition.stages_passed < edition.stages
    for number, role in enumerate(STAGES.get(edition.stages or 0, ()), start=1):
        is_next = waits and number == next_stage(edition)
        yield Step(number, role.label, agreed.get(number), is_next)


def _why_not(edition: Edition, shown: Shown, *, by: User, scope: Scope) -> str:
    if edition.state in NOT_SUBMITTED:
        return NOT_SUBMITTED[State(edition.state)]
    if edition.released_as == ReleasedAs.IMPORTED:
        return "这是迁移来的稿件，没有经过本站审核"
    if edition.is_ready:
        return "各级都已同意，等待签发"
    if edition.state == State.RELEASED and not edition.awaits_late_review:
        return "审核已经完成，稿件已签发"
    if shown.faults:
        return shown.faults[0]
    role = reviewer_role(edition)
    refusal = refusal_of(VERBS["approve"], Case(edition, by, scope)) or ""
    if not scope.in_column([role], edition.column_id):
        return f"现在轮到{role.label}：{refusal}"
    return refusal
