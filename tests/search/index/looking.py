"""What stands in the index, looked at from outside."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from bulletins.indexing import engine
from bulletins.indexing.expressions import Has
from bulletins.indexing.slots import index_of, rows_of, state
from bulletins.indexing.tokens import tokens_of
from bulletins.search.finding import find
from bulletins.search.query import known_at, understand


def numbers(typed: str, now: datetime | None = None) -> list[int]:
    """The articles that a reader finds."""
    now = now or timezone.now()
    return [one.number for one in find(understand(typed, known_at(now)), now=now).groups]


def rows(slot: str = "") -> list[tuple[object, ...]]:
    """Everything in a slot but its ids."""
    fields = ("edition_id", "kind", "part", "key", "piece", "words", "sounds", "context", "places")
    return sorted(rows_of(slot or state().slot)._default_manager.values_list(*fields))


def disagreements(slot: str = "") -> list[str]:
    """Tokens under which the engine does not find exactly the rows that have them."""
    slot, wanted = slot or state().slot, dict[str, set[int]]()
    for row in rows_of(slot)._default_manager.all():
        for token in tokens_of(row.kind, row.words, row.sounds, row.context, row.places):
            wanted.setdefault(token, set()).add(row.pk)
    found = {token: {one.id for one in engine().find(slot, Has(token), 10_000)} for token in wanted}
    return [token for token in wanted if found[token] != wanted[token]]


def tokens_left(slot: str) -> list[str]:
    """What the engine's own index still holds, rows or no rows."""
    if connection.vendor == "postgresql":  # VACUUM takes out what no row has
        return [row.words for row in rows_of(slot)._default_manager.all()]
    name = index_of(slot)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE VIRTUAL TABLE temp.left USING fts5vocab(main, {name}, 'row')")
        cursor.execute("SELECT term FROM temp.left")
        found = [term for (term,) in cursor.fetchall()]
        cursor.execute("DROP TABLE temp.left")
    return found
