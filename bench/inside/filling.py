"""An empty database takes in so many articles, the way an old site moves in."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from django.core.management import call_command
from django.db import connection

from accounts.models import User
from bench.articles import COLUMNS, lines
from bulletins.models import Column, Grant, Role
from bulletins.moving.moving_in import move_in

EACH = 2_000  # articles from one word of progress to the next


def main(said: str) -> dict[str, float]:
    """How long storing took, without the time that making the articles took."""
    count = int(said)
    call_command("migrate", verbosity=0)
    call_command("load_regions", stdout=sys.stderr)
    clock, by = Clock(lines(count)), _office()
    begun = perf_counter()
    for outcome in move_in(clock, Path(), by=by, release=True):
        if outcome.bad:
            raise SystemExit(f"有稿件没有收下：{outcome.bad}")
        if outcome.new % EACH == 0:
            print(f"  已载入 {outcome.new}/{count} 篇", file=sys.stderr, flush=True)
    seconds = perf_counter() - begun - clock.spent
    _look_over()
    return {"articles": count, "seconds": round(seconds, 2)}


class Clock:
    """Lines, and the seconds it took to make them."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines, self.spent = lines, 0.0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        begun = perf_counter()
        try:
            return next(self.lines)
        finally:
            self.spent += perf_counter() - begun


def _office() -> User:
    """The columns, and an administrator to take things in."""
    named = enumerate(COLUMNS.items())
    Column.objects.bulk_create(
        Column(slug=slug, name=name, position=n) for n, (slug, name) in named
    )
    by = User.objects.create_user("bench")
    Grant.objects.create(user=by, role=Role.ADMINISTRATOR)
    return by


def _look_over() -> None:
    """What PostgreSQL does by itself in the first night, and SQLite only when it is told."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
