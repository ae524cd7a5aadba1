"""What is before and after an article is found by keys, on PostgreSQL too."""

import pytest
from django.db import connection
from django.test import Client

from bulletins.models import Edition
from tests.office import People, released

pytestmark = pytest.mark.django_db


def test_its_question_is_planned_anew_for_every_moment(
    client: Client, draft: Edition, people: People
) -> None:
    """A plan for any moment reads and sorts the whole column."""
    released(draft, people)
    assert client.get("/articles/1/").status_code == 200
    kept = plans_kept()
    assert bool(kept) == (connection.vendor == "postgresql")
    assert not [one for one in kept if '"older"' in one]


def plans_kept() -> list[str]:
    """Questions for which this connection keeps a plan; SQLite keeps none."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]
