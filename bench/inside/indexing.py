"""The index made anew, its size, and what it costs to release an article with and without it."""

import sys
from datetime import timedelta
from time import perf_counter, process_time
from typing import Any

from django.db import connection
from django.utils import timezone

from bench.inside.releasing import released
from bulletins.indexing import rebuild
from bulletins.indexing.rebuilding import clear_left
from bulletins.indexing.slots import rows_of, state

EACH = 10_000  # editions from one word of progress to the next
SIZES = {
    "sqlite": "SELECT sum(pgsize) FROM dbstat WHERE name LIKE %s",
    "postgresql": (
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
        " WHERE relkind = 'r' AND relname LIKE %s"
    ),
}
BYTES = {"sqlite": "length(CAST({} AS BLOB))", "postgresql": "octet_length({})"}
TEXTS = {
    "bulletins_edition": ("title", "lead", "closing"),
    "bulletins_part": ("heading", "intro"),
    "bulletins_section": ("heading", "body"),
}


def main() -> dict[str, Any]:
    """articles a second; bytes of index and text; milliseconds of releases."""
    begun, idle, done = perf_counter(), process_time(), 0
    for progress in rebuild(anew=True):
        done = progress.done
        if done % EACH == 0:
            print(f"  已索引 {done}/{progress.total} 篇", file=sys.stderr, flush=True)
    seconds, cpu = perf_counter() - begun, process_time() - idle
    clear_left(timezone.now() + timedelta(seconds=1))  # as run_due does a little later
    return {
        "articles": done,
        "seconds": round(seconds, 2),
        "cpu": round(cpu, 2),
        "passages": rows_of(state().slot)._default_manager.count(),
        "index": _number(SIZES[connection.vendor], "bulletins_passage%"),
        "text": sum(map(_text, TEXTS)),
        **released(),
    }


def _text(table: str) -> int:
    """Bytes of a table's texts, tags of HTML included."""
    each = (f"coalesce({BYTES[connection.vendor].format(name)}, 0)" for name in TEXTS[table])
    return _number(f"SELECT sum({' + '.join(each)}) FROM {table}")  # noqa: S608  names of ours


def _number(sql: str, *values: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.fetchone()[0] or 0)
