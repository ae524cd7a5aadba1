"""The database looks again at what it holds while much is coming in, and at the end.

PostgreSQL keeps the plans of triggers and foreign keys for as long as a connection lives: made when
a table was empty, they read all of it for every row (16 ms of CPU an article at 28,000 articles).
SQLite chooses indexes by what ANALYZE told it last.
"""

from django.db import connection

FIRST = 200  # rows that are worth a look


class Statistics:
    """Told after every batch how many articles are new; looks whenever they have doubled."""

    def __init__(self) -> None:
        self.due = FIRST

    def after(self, stored: int) -> None:
        if stored >= self.due and connection.vendor == "postgresql":
            analyze()
        while self.due <= stored:
            self.due *= 2

    def at_the_end(self, stored: int) -> None:
        if stored >= FIRST:
            analyze(tidy=connection.vendor == "postgresql" and not connection.in_atomic_block)


def analyze(*, tidy: bool = False) -> None:
    """tidy: months are counted by an index alone only where VACUUM has seen that all is settled."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)" if tidy else "ANALYZE")
