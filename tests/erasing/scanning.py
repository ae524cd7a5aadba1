"""Looking for words in everything there is: every column of every table, every byte of every file."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.db import connection

# Types that hold no words of a person
NUMBERS = ("int", "serial", "bool", "numeric", "real", "double", "date", "time", "blob")
SAMPLES = (
    "SELECT tablename, attname FROM pg_stats WHERE strpos(coalesce(most_common_vals::text, '')"
    " || coalesce(histogram_bounds::text, ''), %s) > 0"
)


def text_columns() -> set[tuple[str, str]]:
    """As the database itself says it, whatever the models say."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = current_schema()"
            if connection.vendor == "postgresql"
            else "SELECT m.name, c.name, c.type FROM sqlite_master AS m, pragma_table_info(m.name)"
            " AS c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%%'"
            " AND m.name NOT LIKE '%%_tokens%%'"  # an index: tests/search/index looks into it
        )
        found = [(table, column, kind.lower()) for table, column, kind in cursor.fetchall()]
    return {
        (table, column) for table, column, kind in found if not any(one in kind for one in NUMBERS)
    }


def spellings(word: str) -> set[str]:
    """In a column: as it is, and as JSON escapes it."""
    return {word, json.dumps(word)[1:-1]}


def columns_with(*words: str) -> set[tuple[str, str]]:
    """Where a row holds one of the words."""
    wanted = [one for word in words for one in spellings(word)]
    found = {one for one in text_columns() if _holds(*one, wanted)}
    return found | ({("django_session", "session_data")} if _in_sessions(words) else set())


def samples_with(*words: str) -> set[tuple[str, str]]:
    """What PostgreSQL's planner remembers of a column's values."""
    if connection.vendor != "postgresql":
        return set()
    with connection.cursor() as cursor:
        found: set[tuple[str, str]] = set()
        for word in words:
            cursor.execute(SAMPLES, [word])
            found |= {(table, column) for table, column in cursor.fetchall()}
        return found


def _holds(table: str, column: str, words: list[str]) -> bool:
    position = "strpos" if connection.vendor == "postgresql" else "instr"
    tests = " OR ".join(f'{position}(lower(CAST("{column}" AS TEXT)), %s) > 0' for _ in words)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE {tests})',  # noqa: S608
            [word.lower() for word in words],
        )
        return bool(cursor.fetchone()[0])


def _in_sessions(words: tuple[str, ...]) -> bool:
    """They are compressed and signed: what is in them is seen only by who opens them."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore.get_model_class()
    return any(
        word in str(session.get_decoded()) for session in sessions.objects.all() for word in words
    )


# SQLite's database is among the files, and a process that opens and closes it by itself gives up
# its locks on it (POSIX): the next process would take its write-ahead log away. Hence another one.
READING = """
import json, sys
from pathlib import Path
folder, *words = json.load(sys.stdin)
wanted = [bytes.fromhex(word) for word in words]
for place in Path(folder).rglob("*"):
    if place.is_file() and any(one in place.read_bytes() for one in wanted):
        print(place.relative_to(folder))
"""


def files_with(*words: str) -> set[Path]:
    """Below DATA_DIR, in any encoding that anything of ours writes."""
    wanted = json.dumps([str(settings.DATA_DIR), *(one.hex() for one in set(_encoded(words)))])
    found = subprocess.run(
        [sys.executable, "-c", READING], input=wanted, capture_output=True, text=True, check=True
    )
    return {Path(line) for line in found.stdout.splitlines()}


def _encoded(words: tuple[str, ...]) -> Iterator[bytes]:
    for word in words:
        yield from (one.encode() for one in spellings(word))
        yield from (word.encode(name) for name in ("utf-16-le", "utf-16-be", "gb18030"))
