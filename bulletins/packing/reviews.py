"""审核记录 of an edition, with the names people had when they acted."""

from typing import Any

from accounts.models import AuditEntry
from bulletins.document.wording import iso as told
from bulletins.editing.sheet import sheet_of
from bulletins.models import Edition


def reviews_of(edition: Edition) -> dict[str, Any]:
    """Round by round; of a restored edition those of the one of which it is a copy."""
    sheet = sheet_of(edition)
    named = _names(sheet.edition)
    return {
        "edition": sheet.edition.number,
        "restored_as": sheet.restored.number if sheet.restored else None,
        "authors": [named.get(f"user:{one.pk}", str(one)) for one in sheet.authors],
        "rounds": [_round(one, named) for one in sheet.rounds],
        "released_by": named.get(f"user:{sheet.edition.released_by_id}", ""),
        "released_at": told(sheet.edition.released_at),
        "released_as": edition.get_released_as_display() if edition.released_as else "",
        "urgent_reason": sheet.reason,
    }


def _round(one: Any, named: dict[str, str]) -> dict[str, Any]:
    proof = one.proof
    return {
        "round": proof.round,
        "submitted_by": named.get(f"user:{proof.made_by_id}", str(proof.made_by)),
        "submitted_at": told(proof.made_at),
        "digest": proof.digest,
        "recalled": one.was_recalled,
        "decisions": [_decision(line, named) for line in one.lines if line.review],
    }


def _decision(line: Any, named: dict[str, str]) -> dict[str, Any]:
    review = line.review
    return {
        "stage": review.stage,
        "role": line.role,
        "by": named.get(f"user:{review.reviewer_id}", str(review.reviewer)),
        "at": told(review.at),
        "decision": review.get_decision_display(),
        "gates": line.gates,
        "opinion": review.comment,
        "digest": review.digest,
    }


def _names(edition: Edition) -> dict[str, str]:
    """As the audit chain says them: a person who is called otherwise today signed as she was."""
    entries = AuditEntry.objects.filter(object=f"edition:{edition.pk}").order_by("seq")
    return dict(entries.values_list("actor", "actor_name"))
