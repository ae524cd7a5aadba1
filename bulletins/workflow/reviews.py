"""Verbs of review: submitted, recalled, agreed to, sent back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.audit import remark_of
from accounts.models import User
from bulletins.models import Decision, Edition, Review, State
from bulletins.workflow.sealing import make_proof, seal, stages_for
from bulletins.workflow.stages import next_stage, reviewer_role
from bulletins.workflow.taking import begin, conclude, write

# What a row no longer holds once it is a draft again
UNSEALED: Mapping[str, Any] = {
    "state": State.DRAFT,
    "stages": None,
    "stages_passed": 0,
    "digest": "",
    "column_name": "",
    "submitted_by": None,
    "submitted_at": None,
}


@transaction.atomic
def submit(edition: Edition, *, by: User, changes: int | None = None) -> None:
    """Hand the draft to the reviewers: stages, names and digest are fixed, the text stands still.

    changes: the count of changes on the page that by read; refused if there were more since.
    """
    case = begin("submit", edition, by=by, changes=changes)
    stages = stages_for(case.edition)
    write(
        "submit",
        case,
        **seal(case.edition),
        state=State.IN_REVIEW,
        stages=stages,
        round=case.edition.round + 1,
        submitted_by=by,
        submitted_at=timezone.now(),
    )
    make_proof(case.edition, by=by)
    conclude("submit", case, detail={"stages": stages})


@transaction.atomic
def recall(edition: Edition, *, by: User) -> None:
    """Take a submitted edition back to write in it again; reviews stay on record."""
    case = begin("recall", edition, by=by)
    was = case.edition.digest
    write("recall", case, **UNSEALED)
    conclude("recall", case, detail={"was": was})


@transaction.atomic
def approve(
    edition: Edition,
    *,
    digest: str,
    by: User,
    comment: str = "",
    report: Mapping[str, Any] | None = None,
) -> None:
    """A second pair of eyes agrees to exactly the text it read: digest comes from that page.

    report: what she confirmed and what checks found, for the record. Raises Refused or Hidden.
    """
    case = begin("approve", edition, by=by, digest=digest)
    review = _review(case.edition, Decision.APPROVED, by, comment, report)
    write("approve", case, stages_passed=case.edition.stages_passed + 1)
    detail = {"stage": review.stage, "role": review.role}
    conclude("approve", case, detail=detail, remark=review.remark)


@transaction.atomic
def send_back(
    edition: Edition,
    *,
    digest: str,
    by: User,
    reason: str,
    report: Mapping[str, Any] | None = None,
) -> None:
    """Return it to the editors with the reason. What is public already stays so; the no is kept."""
    case = begin("send_back", edition, by=by, digest=digest, reason=reason)
    review = _review(case.edition, Decision.SENT_BACK, by, reason, report)
    detail = {"stage": review.stage, "role": review.role, "was": case.edition.digest}
    if case.edition.state != State.RELEASED:
        write("send_back", case, **UNSEALED)
    conclude("send_back", case, detail=detail, remark=review.remark)


def _review(
    edition: Edition, decision: Decision, by: User, words: str, report: Mapping[str, Any] | None
) -> Review:
    return Review.objects.create(
        edition=edition,
        round=edition.round,
        stage=next_stage(edition),
        role=reviewer_role(edition),
        reviewer=by,
        decision=decision,
        digest=edition.digest,
        remark=remark_of(words),
        report=dict(report or {}),
    )
