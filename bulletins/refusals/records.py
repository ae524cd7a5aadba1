"""Reviews, proofs, authors and earlier texts are written once, and only where they belong."""

from collections.abc import Iterator

from accounts.triggers import Refusal
from bulletins.refusals.columns import differ, emptied
from bulletins.refusals.content import is_draft
from bulletins.refusals.erased import NEEDS, is_erased

RECORDS = {
    "bulletins_review": ("review", "审核记录"),
    "bulletins_proof": ("proof", "清样"),
    "bulletins_editionauthor": ("author", "作者记录"),
    "bulletins_earliertext": ("earlier", "旧稿"),
}
# 清除: of a proof its text goes, of a review what was noted beside the decision; the rest stays.
OF_PROOF = ("id", "edition_id", "round", "digest", "made_by_id", "made_at")
OF_REVIEW = (
    *("id", "edition_id", "round", "stage", "role", "reviewer_id", "decision", "digest"),
    *("remark_id", "at"),
)
ERASED = is_erased("OLD.edition_id")
MAY_BECOME = {
    "review": f"{ERASED} AND CAST(NEW.report AS TEXT) = '{{}}' AND NOT {differ(OF_REVIEW)}",
    "proof": f"{ERASED} AND {emptied(('html',))} AND NOT {differ(OF_PROOF)}",
}
MAY_GO = {"earlier": ERASED}
# It waits for this very stage, or may still be sent back by the last; the text is the one read.
AWAITED = (
    "EXISTS (SELECT 1 FROM bulletins_edition AS e WHERE e.id = NEW.edition_id"
    " AND e.round = NEW.round AND e.digest = NEW.digest AND NEW.stage <= e.stages"
    " AND (NEW.stage = e.stages_passed + 1"
    " OR (NEW.decision = 'sent_back' AND NEW.stage = e.stages_passed))"
    " AND (e.state = 'in_review' OR (e.state = 'released' AND e.released_as = 'urgent')) {locked})"
)
SUBMITTED = (
    "EXISTS (SELECT 1 FROM bulletins_edition AS e WHERE e.id = NEW.edition_id"
    " AND e.round = NEW.round AND e.digest = NEW.digest AND e.state <> 'draft' {locked})"
)
OWN_WORDS = (
    "EXISTS (SELECT 1 FROM bulletins_editionauthor AS a"
    " WHERE a.edition_id = NEW.edition_id AND a.user_id = NEW.reviewer_id)"
)

OWN_RELEASE = (
    "NEW.decision = 'approved' AND EXISTS (SELECT 1 FROM bulletins_edition AS e"
    " WHERE e.id = NEW.edition_id AND e.state = 'released' AND e.released_as = 'urgent'"
    " AND e.released_by_id = NEW.reviewer_id)"
)


def _written_once() -> Iterator[Refusal]:
    for table, (name, label) in RECORDS.items():
        yield _unless(MAY_BECOME, name, table, "UPDATE", f"{label}不能修改")
        yield _unless(MAY_GO, name, table, "DELETE", f"{label}不能删除")


def _unless(allowed: dict[str, str], name: str, table: str, event: str, message: str) -> Refusal:
    """Refused, whatever is written; but for what 清除 does."""
    trigger = f"{name}_no_{event.lower()}"
    if name not in allowed:
        return Refusal(trigger, table, event, "1 = 1", message)
    return Refusal(trigger, table, event, f"NOT ({allowed[name]})", message, NEEDS)


LATE_REVIEW_BY_OTHERS = Refusal(
    "review_of_own_release",
    "bulletins_review",
    "INSERT",
    OWN_RELEASE,
    "紧急签发的人不能自己补审",
)
RECORD_REFUSALS = (
    LATE_REVIEW_BY_OTHERS,
    *_written_once(),
    Refusal(
        "review_awaited",
        "bulletins_review",
        "INSERT",
        f"NOT {AWAITED}",
        "这一版不在等这一级审核，或内容已变",
    ),
    Refusal(
        "review_of_own_words", "bulletins_review", "INSERT", OWN_WORDS, "作者不能审核自己的稿件"
    ),
    Refusal(
        "proof_of_what_was_submitted",
        "bulletins_proof",
        "INSERT",
        f"NOT {SUBMITTED}",
        "清样不是送审的这一稿",
    ),
    Refusal(
        "author_no_insert",
        "bulletins_editionauthor",
        "INSERT",
        f"NOT {is_draft('NEW.edition_id')}",
        "送审后不能再加作者",
    ),
)
