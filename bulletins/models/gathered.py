"""All rows of a question as one text of JSON: one thing to read, along with any row or alone."""

from typing import Any

from django.db.models import QuerySet, Subquery, TextField
from django.db.models.sql.compiler import SQLCompiler

SPELT = {
    "sqlite": "(WITH q({names}) AS ({sql}) SELECT json_group_array(json_array({names})) FROM q)",
    "postgresql": "(SELECT COALESCE(json_agg(json_build_array({names})), '[]')::text"
    " FROM ({sql}) AS q({names}))",
}


def gathered(engine: str, sql: str, columns: int) -> str:
    """The SQL of a question with so many columns, its rows in their order in one text."""
    names = ", ".join(f"c{n}" for n in range(columns))
    return SPELT[engine].format(names=names, sql=sql)


class Gathered(Subquery):
    """A ``values_list``, to be read along."""

    output_field = TextField()

    def as_sql(self, compiler: SQLCompiler, connection: Any, *_: Any, **more: Any) -> Any:
        sql, params = self.query.as_sql(compiler, connection)
        return gathered(connection.vendor, sql[1:-1], len(self.query.values_select)), params


class Beside:
    """Questions of any shapes, asked at once: one row, with the text of each."""

    def __init__(self, *questions: QuerySet[Any, Any]) -> None:
        self.questions = questions
