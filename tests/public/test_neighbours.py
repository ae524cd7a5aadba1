"""What is before and after an article is found by keys, on PostgreSQL too."""

import pytest
from django.db import connection
from django.test import Client

from bulletins.listing import column_list
from bulletins.models import Edition
from tests.office import People, released

pytestmark = pytest.mark.django_db


def test_its_question_is_planned_for_each_column(
    client: Client, draft: Edition, people: People
) -> None:
    """A plan for any column reads and sorts the whole of it."""
    released(draft, people)
    assert client.get("/articles/1/").status_code == 200
    beside = [one for one in plans_kept() if ' AS "why"' in one]
    here = f"\"list\" = ('{column_list(draft.column.slug)}')"
    assert len([one for one in beside if here in one]) == (connection.vendor == "postgresql")
    assert all('"list" = (\'column:' in one for one in beside)


def plans_kept() -> list[str]:
    """Questions for which this connection keeps a plan; SQLite keeps none."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]
