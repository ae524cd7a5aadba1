"""What may become of an edition's row: who submitted it cannot change it, nor who released it."""

from accounts.triggers import Refusal
from bulletins.refusals.columns import differ, emptied
from bulletins.refusals.erased import NEEDS, article_is_erased

TABLE = "bulletins_edition"

# From where to where; everything else is refused.
MOVES = {
    "draft": ("set_aside", "in_review", "released", "discarded"),
    "set_aside": ("draft", "discarded"),
    "in_review": ("draft", "released"),
    "released": ("in_review",),
}
IDENTITY = ("id", "article_id", "number", "created_by_id", "created_at")
# What a reviewer reads: it stands still from submission on.
TEXTS = (
    *("title", "subtitle", "list_title", "lead", "closing", "source", "source_address"),
    *("link_only_to", "document_number", "index_number", "issuing_body", "responsible_editor"),
    "change_note",
)
DATES, FILED = ("written_date", "closes_at"), ("column_id", "change_kind")
SAID = (*FILED, *TEXTS, *DATES)
# What is fixed at submission, and given up with it.
SEAL = ("column_name", "stages", "digest", "salt", "submitted_by_id", "submitted_at")
RELEASE = ("released_as", "released_by_id", "released_at", "review_due_at", "restored_from_id")
# A round that came back would bring its approvals with it.
NEXT_ROUND = "CASE WHEN OLD.state = 'draft' AND NEW.state = 'in_review' THEN 1 ELSE 0 END"

# 清除: everything it says at once, and the salt with which its digest could be guessed from.
ERASED = article_is_erased("OLD.article_id")
EMPTIED = f"({ERASED} AND {emptied(TEXTS, facts=DATES)} AND NOT {differ(FILED)})"
UNSALTED = f"({ERASED} AND NEW.salt = '' AND NOT {differ(name for name in SEAL if name != 'salt')})"


def _allowed() -> str:
    pairs = [
        f"(OLD.state = '{old}' AND NEW.state = '{new}')"
        for old, targets in MOVES.items()
        for new in targets
    ]
    return " OR ".join(pairs)


# Approvals, by as many people as there are stages, of this round and of exactly this text.
AGREED = (
    "(SELECT COUNT(*) FROM bulletins_review AS r WHERE r.edition_id = NEW.id"
    " AND r.decision = 'approved' AND r.round = NEW.round AND r.digest = NEW.digest"
    " AND r.stage <= NEW.stages)"
)

# 恢复公开: the very text of an edition that was public, under the same seal; its reviews stand.
SAME_AGAIN = (
    "EXISTS (SELECT 1 FROM bulletins_edition AS e WHERE e.id = NEW.restored_from_id"
    " AND e.article_id = NEW.article_id AND e.state = 'released' AND e.live_from <= {now}"
    " AND e.digest = NEW.digest AND e.salt = NEW.salt"
    " AND (e.released_as <> 'urgent' OR e.stages_passed >= e.stages))"
)

EDITION_REFUSALS = (
    Refusal(
        "edition_none_of_erased",
        TABLE,
        "INSERT",
        article_is_erased("NEW.article_id"),
        "稿件已清除，不能再有新版本",
        NEEDS,
    ),
    Refusal(
        "edition_of_erased_rests",
        TABLE,
        "UPDATE",
        f"{differ(('state', 'live_from', 'live_until'))} AND {ERASED}",
        "稿件已清除，不能再公开或编辑",
        NEEDS,
    ),
    Refusal("edition_begins_as_draft", TABLE, "INSERT", "NEW.state <> 'draft'", "新版本只能是草稿"),
    Refusal("edition_no_delete", TABLE, "DELETE", "1 = 1", "版本不能删除"),
    Refusal("edition_identity", TABLE, "UPDATE", differ(IDENTITY), "版本的归属不能修改"),
    Refusal(
        "edition_moves",
        TABLE,
        "UPDATE",
        f"NEW.state <> OLD.state AND NOT ({_allowed()})",
        "版本的状态不能这样变",
    ),
    Refusal(
        "edition_stands_still",
        TABLE,
        "UPDATE",
        f"OLD.state <> 'draft' AND {differ(SAID)} AND NOT {EMPTIED}",
        "送审后的内容不能修改：请先撤回或退回",
        NEEDS,
    ),
    Refusal(
        "edition_sealed",
        TABLE,
        "UPDATE",
        f"OLD.state <> 'draft' AND NEW.state <> 'draft' AND {differ(SEAL)} AND NOT {UNSALTED}",
        "送审时确定的审核级数和校验码不能修改",
        NEEDS,
    ),
    Refusal(
        "edition_round",
        TABLE,
        "UPDATE",
        f"NEW.round <> OLD.round + {NEXT_ROUND}",
        "送审轮次只随送审加一",
    ),
    Refusal(
        "edition_release_stands",
        TABLE,
        "UPDATE",
        f"OLD.state = 'released' AND NEW.state = 'released' AND {differ(RELEASE)}",
        "签发记录不能修改",
    ),
    Refusal(
        "edition_stage_by_stage",
        TABLE,
        "UPDATE",
        f"NEW.stages_passed <> OLD.stages_passed AND NEW.state <> 'draft' AND {AGREED}"
        " < NEW.stages_passed",
        "审核级数与审核记录不符",
    ),
    Refusal(
        "edition_needs_approval",
        TABLE,
        "UPDATE",
        "NEW.state = 'released' AND OLD.state <> 'released' AND NOT ("
        "(NEW.released_as = 'imported' AND OLD.state = 'draft')"
        " OR (NEW.released_as = 'urgent' AND OLD.state = 'in_review')"
        f" OR (NEW.released_as = 'restored' AND OLD.state = 'draft' AND {SAME_AGAIN})"
        f" OR (OLD.state = 'in_review' AND {AGREED} >= NEW.stages))",
        "审核未完成，不能签发",
    ),
    Refusal(
        "edition_has_begun",
        TABLE,
        "UPDATE",
        "OLD.live_from <= {now} AND NEW.live_from IS DISTINCT FROM OLD.live_from",
        "已经公开的版本不能改变公开时间",
    ),
)
