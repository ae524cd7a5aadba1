"""Meddling with the row of an article or of an edition."""
# ruff: noqa: S608  statements of our own words, for our own tests

from bulletins.refusals.editions import DATES, TEXTS
from tests.models.breaches.breach import NOW, Breach, edition

ANOTHER = (
    "INSERT INTO bulletins_edition (article_id, number, state, column_id, created_by_id,"
    " created_at, changed_at, title, subtitle, list_title, lead, closing, source,"
    " source_address, link_only_to, document_number, index_number, issuing_body,"
    " responsible_editor, change_kind, change_note, column_name, round, stages_passed, digest,"
    " salt, released_as, rendered, rendered_by, revision, changes)"
    " VALUES ({{article}}, 9, '{state}', {{notices}}, {{lin}},"
    f" {NOW}, {NOW}, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 0, '', '',"
    " '', '', '', 1, 0)"
)
# Everything that 清除 takes, but of an article that is not erased
EMPTIED = ", ".join(
    (
        *(f"{name} = ''" for name in TEXTS if name != "title"),
        *(f"{name} = NULL" for name in DATES),
    )
)

BREACHES = (
    Breach(
        "article_number_stands",
        "UPDATE bulletins_article SET number = 7 WHERE id = {article}",
        "live",
    ),
    Breach(
        "article_number_stands",
        "UPDATE bulletins_article SET number = 7 WHERE id = {article}",
        "scheduled",
    ),
    Breach(
        "article_published_stands",
        f"UPDATE bulletins_article SET first_published_at = {NOW} WHERE id = {{article}}",
        "live",
    ),
    Breach(
        "article_published_stands",
        f"UPDATE bulletins_article SET first_published_at = {NOW}, backdated_at = NULL,"
        " backdated_by_id = NULL WHERE id = {article}",
        "live",
    ),
    *(
        Breach(
            "withdrawal_stands",
            f"UPDATE bulletins_withdrawal SET {change} WHERE id = {{withdrawal}}",
            when,
        )
        for change, when in (
            ("reason = 'other'", "withdrawn"),
            (f"at = {NOW}", "withdrawn"),
            ("by_id = {lin}", "withdrawn"),
            ("explanation = '别的话'", "restored"),
            ("explanation = '', see_instead = ''", "restored"),
            ("explanation = '别的话'", "erased, once restored"),
            (
                "explanation = '', see_instead = '', restored_at = '2998-01-01'",
                "erased, once restored",
            ),
            ("restored_at = NULL, restored_by_id = NULL", "restored"),
        )
    ),
    *(
        Breach(
            "article_erased_when_withdrawn",
            f"UPDATE bulletins_article SET erased_at = {NOW}, erased_by_id = {{zhi}}"
            " WHERE id = {article}",
            when,
        )
        for when in ("draft", "live", "restored", "withdrawn, the next one in work")
    ),
    *(
        Breach(
            "article_erased_for_good",
            f"UPDATE bulletins_article SET {change} WHERE id = {{article}}",
            "erased",
        )
        for change in (
            "erased_at = NULL, erased_by_id = NULL",
            f"erased_at = {NOW}",
            "erased_by_id = {zhi}",
        )
    ),
    Breach(
        "withdrawal_of_erased_stands",
        "UPDATE bulletins_withdrawal SET restored_at = '2998-01-01 00:00:00+00:00',"
        " restored_by_id = {zhi} WHERE id = {withdrawal}",
        "erased",
    ),
    edition("edition_of_erased_rests", "live_until = '2998-01-01 00:00:00+00:00'", "erased"),
    edition("edition_stands_still", "source = '改'", "erased"),
    edition("edition_stands_still", EMPTIED, "withdrawn"),
    edition("edition_sealed", "column_name = '改'", "erased"),
    Breach(
        "withdrawal_no_delete",
        "DELETE FROM bulletins_withdrawal WHERE id = {withdrawal}",
        "withdrawn",
    ),
    Breach("edition_begins_as_draft", ANOTHER.format(state="discarded")),
    Breach("edition_none_of_erased", ANOTHER.format(state="draft"), "erased"),
    Breach("edition_no_delete", "DELETE FROM bulletins_edition WHERE id = {edition}", "draft"),
    Breach("edition_no_delete", "DELETE FROM bulletins_edition WHERE id = {edition}", "discarded"),
    *(
        edition("edition_identity", change, "draft")
        for change in (
            "id = 999",
            "number = 7",
            "created_by_id = {zhi}",
            f"created_at = {NOW}",
            "article_id = (SELECT article_id FROM bulletins_edition WHERE id = {other}), number = 7,"
            " state = 'set_aside'",
        )
    ),
    edition("edition_moves", "state = 'draft'", "discarded"),
    edition("edition_moves", "state = 'set_aside'", "discarded"),
    *(
        edition("edition_sealed", change)
        for change in (
            "column_name = '改'",
            "stages = 1",
            "digest = '1:x'",
            "salt = '00'",
            "submitted_by_id = {zhi}",
            f"submitted_at = {NOW}",
        )
    ),
    edition("edition_sealed", "digest = '1:x'", "live"),
    edition("edition_round", "round = 0"),
    edition("edition_round", "round = 1", "draft"),
    edition("edition_round", "round = 2", "live"),
    edition("edition_release_stands", f"released_at = {NOW}", "live"),
    edition("edition_release_stands", "released_by_id = {zhi}", "live"),
    edition(
        "edition_release_stands", f"released_as = 'urgent', review_due_at = {NOW}", "scheduled"
    ),
    edition("edition_release_stands", f"review_due_at = {NOW}", "urgent"),
    edition("edition_stage_by_stage", "stages_passed = 1"),
    edition("edition_stage_by_stage", "stages_passed = 3"),
    edition("edition_stage_by_stage", "stages_passed = 3", "urgent"),
    edition(
        "edition_needs_approval",
        "state = 'released', released_as = 'restored', restored_from_id = {edition},"
        f" digest = '1:x', salt = '00', released_at = {NOW}, released_by_id = {{lin}},"
        f" live_from = {NOW}, live_until = '9999-01-01 00:00:00+00:00'",
        "draft",
    ),
    edition(
        "edition_needs_approval",
        "state = 'released', released_as = 'urgent', stages = 1, digest = '1:x', salt = '00',"
        f" submitted_at = {NOW}, submitted_by_id = {{lin}}, released_at = {NOW},"
        f" released_by_id = {{lin}}, review_due_at = {NOW}, live_from = {NOW},"
        " live_until = '9999-01-01 00:00:00+00:00'",
        "draft",
    ),
    edition("edition_has_begun", f"live_from = {NOW}", "live"),
)
