"""Who may open which address of the admin: one table, written by hand from the design.

An address of the URL table without a row here fails ``test_address_matrix``.
"""

from dataclasses import dataclass

from bulletins.models import Role

ALL = frozenset(Role)
EDITOR = frozenset({Role.EDITOR})
WRITERS = frozenset({Role.EDITOR, Role.CONTRIBUTOR})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
AUDIT = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
SOURCES = (
    frozenset({Role.EDITOR, Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER})
    | ADMINISTRATOR
)
ANSWERERS = frozenset({Role.EDITOR, Role.DESK, Role.FINAL_REVIEWER})
NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class Row:
    """roles: who gets an answer that is not "there is no such thing".

    about: what the address names: "edition" (its scope counts), "import" (only its importer's),
    "own picture", another model's row, or nothing.
    """

    roles: frozenset[Role]
    about: str = ""
    post: bool = False


def _stock(
    label: str, model: str, row: Row, *, add: Row, change: Row, delete: Row
) -> dict[str, Row]:
    name = f"{label}_{model}"
    return {
        f"admin:{name}_changelist": row,
        f"admin:{name}_csv": row,
        f"admin:{name}_xlsx": row,
        f"admin:{name}_add": add,
        f"admin:{name}_history": Row(change.roles, model),
        f"admin:{name}_change": Row(change.roles, model),
        f"admin:{name}_delete": Row(delete.roles, model),
    }


ROWS: dict[str, Row] = {
    # What every signed-in person has
    **{
        f"admin:{name}": Row(ALL)
        for name in ("index", "me", "logout", "password_change", "password_change_done", "jsi18n")
    },
    # Django's own doors without a model of ours behind them
    "admin:login": Row(ALL),
    "admin:autocomplete": Row(NOBODY),
    "admin:view_on_site": Row(NOBODY),
    # Editions
    **_stock(
        "bulletins",
        "edition",
        Row(ALL),
        add=Row(EDITOR),
        change=Row(ALL, "edition"),
        delete=Row(NOBODY, "edition"),
    ),
    "admin:bulletins_edition_review": Row(ALL, "edition"),
    "admin:bulletins_edition_preview": Row(ALL, "edition"),
    "admin:bulletins_edition_preview_frame": Row(ALL, "edition"),
    "admin:bulletins_edition_comments": Row(ALL, "edition", post=True),
    "admin:bulletins_edition_sheet": Row(ALL, "edition"),
    "admin:bulletins_edition_earlier": Row(ALL, "edition"),
    "admin:bulletins_edition_do": Row(ALL, "edition"),
    "admin:bulletins_edition_article": Row(ALL, "edition"),
    "admin:bulletins_edition_working": Row(ALL, "edition", post=True),
    "admin:bulletins_edition_tags": Row(EDITOR),
    "admin:bulletins_edition_bin": Row(EDITOR),
    "admin:bulletins_edition_titles": Row(EDITOR),
    "admin:bulletins_edition_sources": Row(EDITOR),
    "admin:bulletins_edition_suggested": Row(EDITOR, "edition"),
    "admin:bulletins_edition_search": Row(ALL),
    "admin:bulletins_edition_placing": Row(EDITOR, "edition"),
    "admin:bulletins_edition_compare": Row(ALL, "edition"),
    "admin:bulletins_edition_next": Row(NOBODY, "edition"),  # the table's editions are drafts
    "admin:bulletins_edition_duplicate": Row(ALL, "edition", post=True),
    "admin:bulletins_edition_correct": Row(NOBODY),
    "admin:bulletins_edition_correct_section": Row(NOBODY),
    "admin:bulletins_edition_import": Row(WRITERS),
    "admin:bulletins_edition_confirm": Row(NOBODY, "import"),
    "admin:bulletins_edition_import_part": Row(NOBODY, "import"),
    "admin:bulletins_edition_original": Row(NOBODY, "import"),
    "admin:bulletins_edition_file": Row(NOBODY, "picture"),
    "admin:bulletins_edition_picture": Row(WRITERS, post=True),
    # Says that nothing was chosen; what was is asked of each edition, by its verb
    "admin:bulletins_edition_bulk": Row(ALL, post=True),
    "admin:bulletins_edition_paste": Row(WRITERS, post=True),
    # What administrators and auditors keep
    **_stock(
        "bulletins",
        "column",
        Row(ADMINISTRATOR),
        add=Row(ADMINISTRATOR),
        change=Row(ADMINISTRATOR),
        delete=Row(NOBODY),
    ),
    "admin:bulletins_column_confirm": Row(ADMINISTRATOR, "column", post=True),
    **_stock(
        "bulletins",
        "grant",
        Row(ADMINISTRATOR),
        add=Row(ADMINISTRATOR),
        change=Row(ADMINISTRATOR),
        delete=Row(ADMINISTRATOR),
    ),
    **_stock(
        "bulletins",
        "sitesettings",
        Row(ADMINISTRATOR),
        add=Row(NOBODY),  # there is one row, and it is there
        change=Row(ADMINISTRATOR),
        delete=Row(NOBODY),
    ),
    "admin:bulletins_sitesettings_preview": Row(ADMINISTRATOR, post=True),
    **_stock(
        "bulletins",
        "source",
        Row(SOURCES),
        add=Row(ADMINISTRATOR),
        change=Row(SOURCES),
        delete=Row(NOBODY),
    ),
    # What readers reported is for who answers for the place, and nobody else
    **_stock(
        "bulletins",
        "errorreport",
        Row(ANSWERERS),
        add=Row(NOBODY),
        change=Row(ANSWERERS, "errorreport"),
        delete=Row(NOBODY, "errorreport"),
    ),
    **_stock(
        "bulletins",
        "specialday",
        Row(ADMINISTRATOR),
        add=Row(ADMINISTRATOR),
        change=Row(ADMINISTRATOR),
        delete=Row(ADMINISTRATOR),
    ),
    # So do editors of the whole site; the table's editors have one column and region
    **_stock(
        "bulletins",
        "lexiconentry",
        Row(ADMINISTRATOR),
        add=Row(ADMINISTRATOR),
        change=Row(ADMINISTRATOR),
        delete=Row(ADMINISTRATOR),
    ),
    **_stock(
        "bulletins",
        "askedquery",
        Row(ADMINISTRATOR),
        add=Row(NOBODY),
        change=Row(NOBODY),
        delete=Row(NOBODY),
    ),
    "admin:bulletins_askedquery_synonym": Row(ADMINISTRATOR, post=True),
    "admin:bulletins_askedquery_forget": Row(ADMINISTRATOR, post=True),
    **_stock(
        "regions",
        "region",
        Row(ADMINISTRATOR),
        add=Row(ADMINISTRATOR),
        change=Row(ADMINISTRATOR),
        delete=Row(NOBODY),
    ),
    **_stock(
        "accounts",
        "user",
        Row(ADMINISTRATOR),
        add=Row(ADMINISTRATOR),
        change=Row(ADMINISTRATOR),
        delete=Row(NOBODY),
    ),
    "admin:auth_user_password_change": Row(ADMINISTRATOR, "user"),
    **_stock(
        "accounts",
        "auditentry",
        Row(AUDIT),
        add=Row(NOBODY),
        change=Row(AUDIT),
        delete=Row(NOBODY),
    ),
}
