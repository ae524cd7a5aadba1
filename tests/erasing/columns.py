"""Every column of every table that can hold a text: how it is erased, or why it is not.

A column that is not here fails the test: a new store of texts has to say how it is emptied.
"""

from collections.abc import Iterator

# What the planting fills; all of it must be found before, and nothing of it afterwards.
PLANTED = {
    "accounts_remark": "text",
    "bulletins_article": "slug backdating_reason closing_note outcome validity_basis",
    "bulletins_attachment": "title address",
    "bulletins_comment": "about",
    "bulletins_comparedtitle": "bare begins ends",
    "bulletins_earliertext": "heading html",
    "bulletins_edition": (
        "title subtitle list_title lead closing source source_address link_only_to"
        " document_number index_number issuing_body responsible_editor change_note"
        " rendered rendered_facts"
    ),
    "bulletins_editiontag": "name",
    "bulletins_filetext": "leaves",
    "bulletins_errorreport": "about words proposal contact answer",
    "bulletins_import": "name html notices",
    "bulletins_listcount": "list",
    "bulletins_listing": "list title link summary",
    "bulletins_outgoing": "subject body",
    "bulletins_part": "heading intro",
    "bulletins_passagedesk": "words sounds context",
    "bulletins_phrase": "text",
    "bulletins_previewlink": "note",
    "bulletins_proof": "html",
    "bulletins_purge": "addresses",  # tags' names stand in them; erasing empties all of them
    "bulletins_removedattachment": "title address",
    "bulletins_review": "report",
    "bulletins_section": "heading body",
    "bulletins_storedfile": "name",
    "bulletins_withdrawal": "explanation see_instead",  # of those that ended
    "bulletins_workingcopy": "fields",
    "django_session": "session_data",
    "taggit_tag": "name slug",
}
# Words of the office, of the regions, of the engine; keys, hashes and names of ours.
OTHERWISE = {
    "accounts_auditentry": (
        "actor actor_name action object detail remark_hash prev_hash hash signature"
    ),
    "accounts_remark": "salt",
    "accounts_user": "password username first_name last_name email display_name office",
    "auth_group": "name",
    "auth_permission": "codename name",
    "bulletins_article": "import_id validity",  # known again by the one, the other is a choice
    # What readers typed, without numbers: whose name it is nobody knows; deleted one by one
    "bulletins_askedquery": "folded said",
    "bulletins_attachment": "key file_id",
    "bulletins_column": "slug name kind description keywords column_type",
    "bulletins_comment": "key",
    "bulletins_earliertext": "key",
    "bulletins_edition": "state change_kind column_name digest salt released_as rendered_by",
    "bulletins_erasure": "files",  # emptied when they are gone
    "bulletins_filetext": "file_id state reader",
    "bulletins_errorreport": "receipt key place kind once dismissal region_id",  # place: its address
    "bulletins_fileuse": "file_id",
    "bulletins_grant": "role region_id",
    "bulletins_import": "original part_key",
    "bulletins_lexiconentry": "kind words folded",
    "bulletins_listing": "regions",
    "bulletins_outgoing": "event said",
    "bulletins_pagealarm": "address amiss machine",
    "bulletins_part": "key region_name region_id",
    # Only of what is public: before it is erased it was withdrawn, and left the index
    "bulletins_passagea": "kind part key words sounds context places",
    "bulletins_passageb": "kind part key words sounds context places",
    "bulletins_passagedesk": "kind part key places",
    "bulletins_presence": "key",
    "bulletins_previewlink": "token_hash digest salt",
    "bulletins_previewuse": "file_id",
    "bulletins_proof": "digest",
    "bulletins_redirect": "path",  # an old address leads to the page that says why
    "bulletins_removedattachment": "key file_id",
    "bulletins_review": "role decision digest",
    "bulletins_searchindex": "slot words rules building building_words building_rules",
    "bulletins_section": "key run_in",
    "bulletins_sitesettings": (
        "name office contact manager copyright icp police code education description keywords"
        " logo_id mark_id accent accent_dark mark_address fault_address home about reach privacy"
    ),
    "bulletins_source": "name address",
    "bulletins_specialday": "name",
    "bulletins_storedfile": "sha256 content type",
    "bulletins_withdrawal": "reason",
    "bulletins_workingcopy": "key",
    "django_admin_log": "object_id object_repr change_message",  # never of an article
    "django_content_type": "app_label model",
    "django_migrations": "app name",
    "django_session": "session_key",
    "regions_region": (
        "code name short_name pinyin level aliases as_loaded also_under_id parent_id successor_id"
    ),
}


def columns(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, said in table.items():
        for column in said.split():
            yield name, column


WANTED, KNOWN = set(columns(PLANTED)), set(columns(OTHERWISE))
