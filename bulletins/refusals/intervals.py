"""Two editions of one article are never public at the same moment (design, section 3.2)."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

from accounts.triggers import Refusal
from accounts.triggers.operations import install, lift

NAME = "bulletins_edition_intervals_apart"
# Needs no extension: a range of one article's id stands in for "=".
CREATE = f"""ALTER TABLE bulletins_edition ADD CONSTRAINT {NAME} EXCLUDE USING gist (
    int8range(article_id, article_id, '[]') WITH &&, tstzrange(live_from, live_until) WITH &&
) WHERE (live_from IS NOT NULL)"""
DROP = f"ALTER TABLE bulletins_edition DROP CONSTRAINT IF EXISTS {NAME}"
OVERLAPS = (
    "NEW.live_from IS NOT NULL AND EXISTS (SELECT 1 FROM bulletins_edition AS e"
    " WHERE e.article_id = NEW.article_id AND e.id <> NEW.id"
    " AND e.live_from < NEW.live_until AND NEW.live_from < e.live_until)"
)
ON_SQLITE = (
    Refusal(NAME, "bulletins_edition", "UPDATE", OVERLAPS, "同一稿件的两个版本不能同时公开"),
)


class IntervalsApart(Operation):
    """An exclusion constraint on PostgreSQL, a trigger on SQLite.

    Django's own ExclusionConstraint would break the migration on SQLite. An INSERT needs no
    trigger: an edition begins as a draft, which has no interval.
    """

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Models are as they were."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(DROP, params=None)
            schema_editor.execute(CREATE, params=None)
        else:
            install(ON_SQLITE, schema_editor)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(DROP, params=None)
        else:
            lift(ON_SQLITE, schema_editor)

    def describe(self) -> str:
        return "Two editions of one article are never public at once"
