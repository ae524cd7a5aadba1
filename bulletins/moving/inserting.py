"""Very many rows at once, of which nobody wants to know the keys: without an expression for each.

What Django's ``bulk_create`` asks of every single value takes longer than storing it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model
from psycopg2.extras import execute_batch, execute_values

AT_ONCE = 1000  # rows of a statement
PLAIN = (str, int)  # what engines take as it is; no bool, for which they differ
Give = Callable[[Model], Any]


def insert(rows: Sequence[Model]) -> None:
    """All of one model; constraints and triggers hold as they always do."""
    if not rows:
        return
    meta = type(rows[0])._meta
    fields = [one for one in meta.local_concrete_fields if not one.primary_key]
    names = ", ".join(connection.ops.quote_name(str(one.column)) for one in fields)
    into = f"INSERT INTO {connection.ops.quote_name(meta.db_table)} ({names}) VALUES"
    gives = [_giving(one) for one in fields]
    values = [tuple([give(row) for give in gives]) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors:
                execute_values(cursor.cursor, f"{into} %s", values, page_size=AT_ONCE)
        else:
            cursor.executemany(f"{into} ({', '.join(['%s'] * len(fields))})", values)


def repeat(statement: str, values: Sequence[Sequence[Any]]) -> None:
    """One statement with many values; PostgreSQL is asked once for a hundred of them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors:
                execute_batch(cursor.cursor, statement, values)
        else:
            cursor.executemany(statement, values)


def _giving(field: "Field[Any, Any]") -> Give:
    name = str(field.attname)

    def give(row: Model) -> Any:
        value = getattr(row, name)
        if type(value) in PLAIN:
            return value
        return field.get_db_prep_save(field.pre_save(row, add=True), connection)

    return give
