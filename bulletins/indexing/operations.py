"""What a migration needs to have the engines' own indexes beside the tables of passages."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

from bulletins.indexing.engines import engine, postgresql
from bulletins.models.passage import Slot


class InstallIndexes(Operation):
    """Every slot has its index, empty; on PostgreSQL the function of its tokens before it."""

    reversible = True
    reduces_to_sql = True

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
            schema_editor.execute(postgresql.function(), params=None)
        for slot in Slot:
            engine().create(slot)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        for slot in Slot:
            engine().drop(slot)
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("DROP FUNCTION IF EXISTS lantai_tokens")

    def describe(self) -> str:
        return "Indexes of search"
