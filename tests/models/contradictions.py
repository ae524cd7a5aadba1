"""Rows that contradict themselves, and the constraint that will not have them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model

from accounts.models import AuditEntry
from bulletins.models import (
    FOREVER,
    Article,
    AskedQuery,
    Attachment,
    Column,
    Comment,
    Edition,
    EditionAuthor,
    EditionTag,
    ErrorReport,
    FileUse,
    Grant,
    LexiconEntry,
    Listing,
    Outgoing,
    PageAlarm,
    Part,
    Phrase,
    Placing,
    Presence,
    PreviewLink,
    Proof,
    Purge,
    Redirect,
    Review,
    SearchIndex,
    Section,
    SiteSettings,
    Source,
    SpecialDay,
    StoredFile,
    Withdrawal,
    WorkingCopy,
)

Names = dict[str, int]
Facts = dict[str, Any]
JUNE, JULY = datetime(2090, 6, 1, tzinfo=UTC), datetime(2090, 7, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Contradiction:
    """A good row (``GOOD``) with these facts instead; where others count, with one before it.

    "@lin" stands for the row that ``walks.names_for`` calls so.
    """

    name: str
    model: type[Model]
    facts: Facts = field(default_factory=dict)
    before: Facts | None = None


# A row of each kind that nothing stands against.
GOOD: dict[type[Model], Facts] = {
    AuditEntry: {"seq": 900, "at": JUNE, "prev_hash": "a", "hash": "b"},
    Article: {"created_by_id": "@lin"},
    Column: {"slug": "good", "name": "好"},
    Edition: {
        "article_id": "@fresh",
        "number": 1,
        "column_id": "@notices",
        "created_by_id": "@lin",
    },
    EditionAuthor: {"edition_id": "@other", "user_id": "@zhi"},
    EditionTag: {"content_object_id": "@other", "tag_id": "@tag"},
    StoredFile: {"sha256": "c", "size": 1, "uploaded_by_id": "@lin"},
    FileUse: {"edition_id": "@other", "file_id": "spare"},
    Attachment: {"edition_id": "@other", "key": "good00", "position": 1, "title": "甲"},
    Grant: {"user_id": "@lin", "role": "desk"},
    Part: {"edition_id": "@other", "key": "good00", "position": 9},
    Section: {
        "edition_id": "@other",
        "part_id": "@other_part",
        "key": "good00",
        "position": 9,
        "level": 1,
    },
    Proof: {"edition_id": "@other", "round": 9, "made_by_id": "@lin"},
    Review: {
        "edition_id": "@other",
        "round": 9,
        "stage": 1,
        "reviewer_id": "@chu",
        "decision": "approved",
    },
    Source: {"name": "海河发布"},
    Listing: {
        "edition_id": "@other",
        "list": "all",
        "first_published_at": JUNE,
        "live_from": JUNE,
        "live_until": JULY,
        "number": 1,
        "title": "题",
    },
    Redirect: {"path": "/old/1.html", "article_id": "@fresh"},
    SiteSettings: {"id": 1},
    Withdrawal: {"article_id": "@fresh", "by_id": "@zhi", "at": JUNE, "reason": "wrong"},
    Placing: {"article_id": "@fresh", "column_id": "@notices"},
    WorkingCopy: {"edition_id": "@other", "user_id": "@lin", "key": "head"},
    Presence: {"edition_id": "@other", "user_id": "@lin"},
    Comment: {"edition_id": "@other", "author_id": "@chu", "remark_id": "@remark"},
    Outgoing: {"event": "submit", "edition_id": "@other", "to_id": "@chu"},
    ErrorReport: {
        "receipt": "JC-2026-2222-2222",
        "due_on": date(2090, 6, 3),
        "kind": "typo",
        "words": "错字",
        "once": "o",
    },
    SearchIndex: {"id": 1, "slot": "a"},
    LexiconEntry: {"kind": "synonyms", "words": "甲\n乙", "folded": "甲\n乙"},
    PageAlarm: {
        "address": "/",
        "machine": "a1b2",
        "amiss": "other",
        "since": datetime(2090, 6, 1, tzinfo=UTC),
        "seen_at": datetime(2090, 6, 1, tzinfo=UTC),
    },
    Purge: {"addresses": "/", "made_at": datetime(2090, 6, 1, tzinfo=UTC)},
    AskedQuery: {"day": date(2090, 6, 1), "folded": "网安", "said": "网安", "times": 2},
    SpecialDay: {"day": date(2090, 10, 1)},
    Phrase: {"user_id": "@lin", "text": "请核对"},
    PreviewLink: {
        "edition_id": "@other",
        "token_hash": "t",
        "digest": "1:x",
        "salt": "00",
        "made_by_id": "@lin",
        "made_at": JUNE,
        "expires_at": JULY,
    },
}
ANSWERED: Facts = {"answered_at": JULY, "answered_by_id": "@lin", "answer": "已改"}
SUBMITTED: Facts = {
    "state": "in_review",
    "title": "甲",
    "stages": 3,
    "digest": "1:x",
    "salt": "00",
    "submitted_at": JUNE,
    "submitted_by_id": "@lin",
}
PUBLIC: Facts = {
    **SUBMITTED,
    "state": "released",
    "stages_passed": 3,
    "released_at": JUNE,
    "released_by_id": "@zhi",
    "live_from": JUNE,
    "live_until": JULY,
}
URGENT = PUBLIC | {"released_as": "urgent", "stages_passed": 0, "review_due_at": JULY}
IMPORTED = PUBLIC | {"released_as": "imported", "stages": None, "stages_passed": 0}
RESTORED = PUBLIC | {"released_as": "restored", "stages": None, "stages_passed": 0}
ENDLESS = PUBLIC | {"live_until": FOREVER}
HERE, THERE = {"column_id": "@notices"}, {"region_id": "120000"}
# Other good editions, each a way in which one may stand.
GOOD_EDITIONS = (
    SUBMITTED,
    PUBLIC,
    URGENT,
    IMPORTED,
    ENDLESS,
    RESTORED | {"restored_from_id": "@edition"},
    PUBLIC | {"title": "", "salt": ""},
)


def of(model: type[Model], prefix: str) -> Callable[..., Contradiction]:
    return lambda name, /, **facts: Contradiction(f"{prefix}_{name}", model, facts)


def second(
    name: str, model: type[Model], facts: Facts, before: Facts | None = None
) -> Contradiction:
    """Good, were it not for the good row before it."""
    return Contradiction(f"bulletins_{name}", model, facts, before or {})


edition = of(Edition, "bulletins_edition")
article = of(Article, "bulletins_article")
withdrawal = of(Withdrawal, "bulletins_withdrawal")
column = of(Column, "bulletins_column")
grant = of(Grant, "bulletins_grant")

CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction("accounts_auditentry_counts_from_1", AuditEntry, {"seq": 0}),
    Contradiction("accounts_auditentry_remark_and_hash", AuditEntry, {"remark_id": 1}),
    Contradiction("accounts_auditentry_remark_and_hash", AuditEntry, {"remark_hash": "x"}),
    Contradiction("bulletins_article_published_has_number", Article, {"first_published_at": JUNE}),
    Contradiction(
        "bulletins_article_published_has_number", Article, {"first_published_at": JUNE, "number": 0}
    ),
    article("closed_at_and_by", closed_at=JUNE),
    article("closed_at_and_by", closed_by_id="@zhi"),
    article("archived_at_and_by", archived_at=JUNE),
    article("archived_at_and_by", archived_by_id="@zhi"),
    article("backdated_at_and_by", backdated_at=JUNE, backdating_reason="因"),
    article("backdated_at_and_by", backdated_by_id="@zhi"),
    article("erased_at_and_by", erased_at=JUNE),
    article("erased_at_and_by", erased_by_id="@zhi"),
    article("backdated_why", backdated_at=JUNE, backdated_by_id="@zhi"),
    article("validity", validity="x", validity_from=JUNE.date()),
    article("validity_since_when", validity="repealed"),
    article("ends_after_it_began", first_published_at=JULY, number=900, ends_at=JUNE),
    withdrawal("reason", reason="x"),
    withdrawal("restored_at_and_by", restored_at=JULY),
    withdrawal("restored_at_and_by", restored_by_id="@zhi"),
    withdrawal("restored_at_and_by", at=JULY, restored_at=JUNE, restored_by_id="@zhi"),
    second("withdrawal_one_stands", Withdrawal, {"at": JULY}),
    column("has_slug_and_name", slug=""),
    column("has_slug_and_name", name=""),
    column("kind", kind="x"),
    column("stages", review_stages=0),
    column("stages", review_stages=4),
    column("not_its_own_parent", id=99, parent_id=99),
    column("not_merged_into_itself", id=99, merged_into_id=99, active=False),
    column("merged_is_not_active", merged_into_id="@notices"),
    column("fewer_stages_and_by", fewer_stages=1),
    column("fewer_stages_and_by", fewer_stages_by_id="@lin"),
    column("fewer_stages_and_by", fewer_stages=3, fewer_stages_by_id="@lin"),
    column("fewer_stages_and_by", fewer_stages=0, fewer_stages_by_id="@lin"),
    edition("counts_from_1", number=0),
    edition("state", state="x"),
    edition("change_kind", change_kind="x"),
    edition("titled_when_submitted", **SUBMITTED | {"title": ""}),
    edition("titled_when_submitted", **PUBLIC | {"title": ""}),
    edition("sealed_when_submitted", digest="1:x"),
    edition("sealed_when_submitted", stages=3),
    edition("sealed_when_submitted", submitted_at=JUNE),
    edition("sealed_when_submitted", submitted_by_id="@lin"),
    edition("sealed_when_submitted", **SUBMITTED | {"digest": ""}),
    edition("sealed_when_submitted", **SUBMITTED | {"salt": ""}),
    edition("sealed_when_submitted", **SUBMITTED | {"stages": None}),
    edition("sealed_when_submitted", **SUBMITTED | {"stages": 4}),
    edition("sealed_when_submitted", **SUBMITTED | {"submitted_at": None}),
    edition("sealed_when_submitted", **SUBMITTED | {"submitted_by_id": None}),
    edition("sealed_when_submitted", **PUBLIC | {"digest": ""}),
    edition("sealed_when_submitted", **PUBLIC | {"salt": ""}),
    edition("stages_passed", **SUBMITTED | {"stages_passed": 4}),
    edition("stages_passed", **IMPORTED | {"stages_passed": 1}),
    edition("live_when_released", **PUBLIC | {"live_from": None}),
    edition("live_when_released", **PUBLIC | {"live_until": None}),
    edition("live_when_released", **PUBLIC | {"released_at": None}),
    edition("live_when_released", live_from=JUNE, live_until=JULY),
    edition("live_when_released", live_until=JULY),
    edition("live_when_released", released_by_id="@zhi"),
    edition("live_when_released", released_as="urgent"),
    edition("live_when_released", **SUBMITTED | {"released_at": JUNE, "released_by_id": "@zhi"}),
    edition("released_by_whom", **PUBLIC | {"released_by_id": None}),
    edition("begins_before_it_ends", **PUBLIC | {"live_until": JUNE}),
    edition("begins_before_it_ends", **PUBLIC | {"live_from": FOREVER}),
    edition("released_as", **PUBLIC | {"stages_passed": 2}),
    edition("released_as", **PUBLIC | {"stages": None, "stages_passed": 0}),
    edition("released_as", **PUBLIC | {"released_as": "imported"}),
    edition("released_as", **PUBLIC | {"released_as": "x"}),
    edition("released_as", **URGENT | {"review_due_at": None}),
    edition("released_as", **RESTORED),
    edition("restored_from", restored_from_id="@edition"),
    edition("due_when_urgent", review_due_at=JULY),
    edition("due_when_urgent", **PUBLIC | {"review_due_at": JULY}),
    second("edition_number", Edition, {"state": "discarded"}),
    second("edition_one_open", Edition, {"number": 2}),
    second("edition_one_open", Edition, SUBMITTED | {"number": 2}),
    second(
        "edition_one_open_end", Edition, ENDLESS | {"number": 2, "live_from": JULY}, before=ENDLESS
    ),
    grant("role", role="x"),
    grant("site_wide", role="administrator", column_id="@notices"),
    grant("site_wide", role="auditor", region_id="120000"),
    grant("contributor_has_region", role="contributor"),
    grant("contributor_has_region", role="contributor", column_id="@notices"),
    second("grant_once_everywhere", Grant, {}),
    second("grant_once_column", Grant, HERE, before=HERE),
    second("grant_once_region", Grant, THERE, before=THERE),
    second("grant_once_both", Grant, HERE | THERE, before=HERE | THERE),
    Contradiction("bulletins_part_has_key", Part, {"key": ""}),
    second("part_key", Part, {"position": 10}),
    Contradiction("bulletins_section_has_key", Section, {"key": ""}),
    Contradiction("bulletins_section_level", Section, {"level": 5}),
    second("section_key", Section, {"position": 10}),
    second("section_place", Section, {"key": "good01"}),
    second("author_once", EditionAuthor, {}),
    second("proof_once", Proof, {"digest": "1:x"}),
    second("editiontag_once", EditionTag, {}),
    second("fileuse_once", FileUse, {}),
    second("placing_once", Placing, {}),
    second("attachment_key", Attachment, {"position": 2}),
    second("review_different_people", Review, {"stage": 2}),
    second("review_stage_once", Review, {"reviewer_id": "@zhi"}),
    Contradiction("bulletins_attachment_has_key_and_title", Attachment, {"key": ""}),
    Contradiction("bulletins_attachment_has_key_and_title", Attachment, {"title": ""}),
    Contradiction("bulletins_storedfile_picture_has_both_sides", StoredFile, {"width": 5}),
    Contradiction("bulletins_storedfile_picture_has_both_sides", StoredFile, {"height": 5}),
    Contradiction(
        "bulletins_storedfile_picture_has_both_sides", StoredFile, {"width": 0, "height": 5}
    ),
    Contradiction("bulletins_review_decision", Review, {"decision": "x"}),
    Contradiction("bulletins_review_reason_when_sent_back", Review, {"decision": "sent_back"}),
    Contradiction("bulletins_source_named", Source, {"name": ""}),
    Contradiction("bulletins_redirect_is_a_path", Redirect, {"path": "//evil.example"}),
    Contradiction("bulletins_redirect_is_a_path", Redirect, {"path": "old/1.html"}),
    Contradiction("bulletins_sitesettings_one", SiteSettings, {"id": 2}),
    Contradiction("bulletins_sitesettings_named", SiteSettings, {"name": ""}),
    Contradiction("bulletins_sitesettings_colours", SiteSettings, {"accent": "red"}),
    Contradiction("bulletins_sitesettings_colours", SiteSettings, {"accent_dark": "#8f2a20"}),
    Contradiction(
        "bulletins_sitesettings_addresses", SiteSettings, {"fault_address": "javascript:alert(1)"}
    ),
    Contradiction(
        "bulletins_sitesettings_addresses", SiteSettings, {"mark_address": "//evil.example"}
    ),
    Contradiction(
        "bulletins_sitesettings_mark_leads_somewhere", SiteSettings, {"mark_id": "c" * 64}
    ),
    Contradiction(
        "bulletins_sitesettings_mourning", SiteSettings, {"mourning_from": date(2090, 6, 1)}
    ),
    Contradiction(
        "bulletins_sitesettings_mourning",
        SiteSettings,
        {"mourning_from": date(2090, 6, 2), "mourning_until": date(2090, 6, 1)},
    ),
    Contradiction("bulletins_lexiconentry_kind", LexiconEntry, {"kind": "x", "folded": "甲"}),
    Contradiction("bulletins_lexiconentry_says", LexiconEntry, {"words": ""}),
    Contradiction("bulletins_lexiconentry_says", LexiconEntry, {"kind": "word", "folded": ""}),
    Contradiction("bulletins_lexiconentry_synonyms_are_several", LexiconEntry, {"folded": "甲"}),
    Contradiction("bulletins_lexiconentry_synonyms_are_several", LexiconEntry, {"kind": "word"}),
    second("lexiconentry_once", LexiconEntry, {"words": "乙\n甲"}),
    Contradiction("bulletins_purge_says", Purge, {"addresses": ""}),
    Contradiction("bulletins_pagealarm_named", PageAlarm, {"address": "articles/1/"}),
    Contradiction("bulletins_pagealarm_named", PageAlarm, {"amiss": "odd"}),
    Contradiction("bulletins_pagealarm_named", PageAlarm, {"machine": ""}),
    second("pagealarm_once", PageAlarm, {"amiss": "gone"}),
    Contradiction("bulletins_purge_says", Purge, {"everything": True}),
    Contradiction("bulletins_askedquery_says", AskedQuery, {"folded": ""}),
    Contradiction("bulletins_askedquery_says", AskedQuery, {"said": ""}),
    Contradiction("bulletins_askedquery_in_vain_is_some_of_them", AskedQuery, {"in_vain": 3}),
    second("askedquery_once", AskedQuery, {"said": "网 安"}),
    second("listing_once", Listing, {}),
    second("workingcopy_once", WorkingCopy, {}),
    Contradiction("bulletins_workingcopy_keyed", WorkingCopy, {"key": ""}),
    second("presence_once", Presence, {}),
    second("phrase_once", Phrase, {}),
    Contradiction("bulletins_phrase_says", Phrase, {"text": ""}),
    Contradiction("bulletins_outgoing_sent_is_not_due", Outgoing, {"sent_at": JULY}),
    Contradiction("bulletins_errorreport_kind", ErrorReport, {"kind": "x"}),
    Contradiction(
        "bulletins_errorreport_dismissal", ErrorReport, ANSWERED | {"answer": "", "dismissal": "x"}
    ),
    Contradiction("bulletins_errorreport_taken_up_at_and_by", ErrorReport, {"taken_up_at": JULY}),
    Contradiction(
        "bulletins_errorreport_taken_up_at_and_by", ErrorReport, {"taken_up_by_id": "@lin"}
    ),
    *(
        Contradiction(
            "bulletins_errorreport_answered_at_and_by", ErrorReport, ANSWERED | {name: None}
        )
        for name in ("answered_by_id",)
    ),
    *(
        Contradiction("bulletins_errorreport_answered_with_one_thing", ErrorReport, facts)
        for facts in (
            {"answer": "已改"},
            {"dismissal": "unclear"},
            ANSWERED | {"answer": ""},
            ANSWERED | {"dismissal": "unclear"},
        )
    ),
    *(
        Contradiction(
            "bulletins_errorreport_says_something_or_was_emptied",
            ErrorReport,
            {"words": "", "emptied_at": JULY} | facts,
        )
        for facts in (
            {"emptied_at": None},
            {"words": "错字"},
            {"proposal": "改"},
            {"contact": "1"},
        )
    ),
    Contradiction("bulletins_errorreport_numbered", ErrorReport, {"receipt": ""}),
    Contradiction("bulletins_errorreport_numbered", ErrorReport, {"once": ""}),
    Contradiction("bulletins_comment_resolved_at_and_by", Comment, {"resolved_at": JULY}),
    Contradiction("bulletins_comment_resolved_at_and_by", Comment, {"resolved_by_id": "@lin"}),
    *(
        Contradiction("bulletins_previewlink_sealed", PreviewLink, {name: ""})
        for name in ("token_hash", "digest", "salt")
    ),
    Contradiction("bulletins_searchindex_one", SearchIndex, {"id": 2}),
    Contradiction("bulletins_searchindex_other_slot", SearchIndex, {"building": "a"}),
    Contradiction("bulletins_previewlink_expires", PreviewLink, {"expires_at": JUNE}),
    Contradiction("bulletins_previewlink_revoked_at_and_by", PreviewLink, {"revoked_at": JULY}),
    Contradiction(
        "bulletins_previewlink_revoked_at_and_by", PreviewLink, {"revoked_by_id": "@lin"}
    ),
)
