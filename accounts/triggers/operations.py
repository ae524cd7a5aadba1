"""Putting refusals in force, and lifting them while a migration changes the tables below them.

SQLite rebuilds a table to change it, which drops its triggers and stumbles over those that name
it: a migration of such a table begins with ``Lift`` and ends with ``Install``.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

from accounts.triggers.spec import Refusal


class Install(Operation):
    """Have these refusals, and no older version of them, in force."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        self.refusals = refusals

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Models are as they were."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        install(self.refusals, schema_editor)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        lift(self.refusals, schema_editor)

    def describe(self) -> str:
        return f"{type(self).__name__} {len(self.refusals)} triggers"


class Lift(Install):
    """Have none of these refusals in force."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        lift(self.refusals, schema_editor)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,
        to_state: Any,
    ) -> None:
        install(self.refusals, schema_editor)


def install(refusals: Sequence[Refusal], schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lift what may be there, then create each one.

    A refusal of a table or column that a later migration makes is left to its own ``Install``.
    """
    vendor, there = schema_editor.connection.vendor, _tables(schema_editor)
    tables = there & {table for one in refusals for table, _ in one.looks_at()}
    known = {(table, column) for table in tables for column in _columns(schema_editor, table)}
    for refusal in refusals:
        if refusal.table not in there or not refusal.looks_at() <= known:
            continue
        for statement in (*refusal.drop(vendor), *refusal.create(vendor)):
            schema_editor.execute(statement, params=None)


def lift(refusals: Iterable[Refusal], schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Drop each one that is there."""
    there = _tables(schema_editor)
    for refusal in refusals:
        if refusal.table not in there:
            continue
        for statement in refusal.drop(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


def _tables(schema_editor: BaseDatabaseSchemaEditor) -> set[str]:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        return set(connection.introspection.table_names(cursor))


def _columns(schema_editor: BaseDatabaseSchemaEditor, table: str) -> set[str]:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    return {column.name for column in found}
