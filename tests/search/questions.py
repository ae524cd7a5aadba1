"""How many questions were asked, on either engine."""

from django.test.utils import CaptureQueriesContext

# What PostgreSQL needs around a question of the index: no reader's time, and no rows
AROUND = ("SAVEPOINT", "RELEASE", "SELECT (SELECT max(id)")


def questions(asked: CaptureQueriesContext) -> int:
    return sum(not one["sql"].startswith(AROUND) for one in asked.captured_queries)
