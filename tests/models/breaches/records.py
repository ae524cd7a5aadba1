"""Meddling with what was written down: reviews, proofs, authors, the audit chain."""
# ruff: noqa: S608  statements of our own words, for our own tests

from tests.models.breaches.breach import NOW, Breach

RECORDS = {
    "audit": "accounts_auditentry",
    "remark": "accounts_remark",
    "review": "bulletins_review",
    "proof": "bulletins_proof",
    "author": "bulletins_editionauthor",
    "earlier": "bulletins_earliertext",
}
CHANGED = {
    "audit": "actor_name = '别人'",
    "remark": "text = '别的话'",
    "review": f"at = {NOW}",
    "proof": "html = '改'",
    "author": "user_id = {zhi}",
    "earlier": "html = '改'",
}


def review(name: str, values: str, when: str = "submitted") -> Breach:
    """values: reviewer, stage, round, digest."""
    columns = "reviewer_id, stage, round, digest, edition_id, decision, role, report, at"
    rest = f"{{edition}}, 'approved', 'first_reviewer', '{{{{}}}}', {NOW}"
    return Breach(
        name,
        f"INSERT INTO bulletins_review ({columns})"
        f" SELECT {values}, {rest} FROM bulletins_edition WHERE id = {{edition}}",
        when,
    )


# 清除 empties a proof's text and a review's notes: nothing is written there instead.
OF_ERASED = (
    ("proof_no_update", "bulletins_proof SET html = '改'", "erased"),
    ("proof_no_update", "bulletins_proof SET digest = '1:x'", "erased"),
    ("proof_no_update", "bulletins_proof SET html = ''", "withdrawn"),
    ("review_no_update", "bulletins_review SET report = '{{\"x\": 1}}'", "erased"),
    ("review_no_update", "bulletins_review SET at = " + NOW + ", report = '{{}}'", "erased"),
    ("review_no_update", "bulletins_review SET report = '{{}}'", "withdrawn"),
)


def _records() -> list[Breach]:
    changes = [
        Breach(f"{name}_no_update", f"UPDATE {table} SET {CHANGED[name]}", "approved")
        for name, table in RECORDS.items()
    ]
    removals = [
        Breach(f"{name}_no_delete", f"DELETE FROM {table}", "approved")
        for name, table in RECORDS.items()
    ]
    return changes + removals


BREACHES = (
    review("review_awaited", "{chu}, 2, round, digest"),
    review("review_awaited", "{chu}, 1, round + 1, digest"),
    review("review_awaited", "{chu}, 1, round, '1:x'"),
    review("review_awaited", "{zhi}, 4, round, digest", "approved"),
    review("review_awaited", "{chu}, 1, round, digest", "draft"),
    review("review_awaited", "{zhi}, 3, round + 1, digest", "live"),
    review("review_of_own_release", "{zhi}, 1, round, digest", "urgent"),
    review("review_of_own_words", "{lin}, 1, round, digest"),
    Breach(
        "proof_of_what_was_submitted",
        "INSERT INTO bulletins_proof (edition_id, round, digest, html, made_by_id, made_at)"
        f" VALUES ({{edition}}, 2, '1:x', '', {{lin}}, {NOW})",
    ),
    Breach(
        "author_no_insert",
        "INSERT INTO bulletins_editionauthor (edition_id, user_id, since)"
        f" VALUES ({{edition}}, {{zhi}}, {NOW})",
    ),
    *_records(),
    *(Breach(name, f"UPDATE {change}", when) for name, change, when in OF_ERASED),
)
