"""The database and the cache, as the environment asks for them."""

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from unittest.mock import Mock

import pytest
from django.core.cache import CacheHandler
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from config import services
from config.postgresql.base import TRUSTED
from config.sqlite3.turns import Turns


def test_on_sqlite_a_writer_is_alone_from_the_start(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    place = tmp_path / "db.sqlite3"
    connection = ConnectionHandler({"default": services.database("UNSET", default=place)})[
        "default"
    ]
    with (
        django_db_blocker.unblock(),
        closing(connection),
        closing(sqlite3.connect(place, timeout=0)) as other,
    ):
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        connection.rollback()


@pytest.fixture
def redis_socket(tmp_path: Path) -> Iterator[Path]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("没有找到 redis-server（apt install redis-server）")
    place = tmp_path / "redis.sock"
    options = ["--port", "0", "--save", "", "--unixsocket", str(place), "--dir", str(tmp_path)]
    with subprocess.Popen([program, *options], stdout=subprocess.DEVNULL) as server:
        deadline = time.monotonic() + 10
        while not place.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        yield place
        server.terminate()


def test_a_shared_cache_remembers(redis_socket: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CACHE_URL", f"redis://{redis_socket}")
    first, second = (
        CacheHandler({"default": services.cache("CACHE_URL")})["default"] for _ in "12"
    )
    first.set("栏目", "网上传播")
    assert second.get("栏目") == "网上传播"
    first.close()
    second.close()


def test_a_connection_that_worked_a_moment_ago_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After an error it is, and after a while."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1/nothing")
    found = services.database("DATABASE_URL", default=tmp_path / "unused")
    connection = ConnectionHandler({"default": found})["default"]
    ask = Mock(return_value=True)
    monkeypatch.setattr(PostgreSQL, "is_usable", ask)
    assert [connection.is_usable() for _ in range(3)] == [True] * 3
    assert ask.call_count == 1
    connection.errors_occurred = True
    assert connection.is_usable()
    assert ask.call_count == 2
    connection.errors_occurred = False
    monkeypatch.setattr(connection, "worked_at", time.monotonic() - TRUSTED)
    assert connection.is_usable()
    assert ask.call_count == 3


def test_writers_of_one_process_wait_in_line() -> None:
    """Whoever came first is first, and whoever is out of patience leaves the line."""
    turns, order = Turns(), list[int]()

    def write(number: int) -> None:
        assert turns.take(20)
        order.append(number)
        turns.give()

    assert turns.take(0)
    threads = [Thread(target=write, args=[number]) for number in range(12)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    assert not turns.take(0.01)
    turns.give()
    for thread in threads:
        thread.join(20)
    assert order == list(range(12))
    assert turns.take(0)


def test_however_a_transaction_ends_the_next_one_has_its_turn(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    found = services.database("UNSET", default=tmp_path / "db.sqlite3")
    first, second = (ConnectionHandler({"default": found})["default"] for _ in "12")
    with django_db_blocker.unblock():
        _take_turns(first, second)


def _take_turns(first: BaseDatabaseWrapper, second: BaseDatabaseWrapper) -> None:
    for end in (first.commit, first.rollback, first.close):
        first.ensure_connection()
        first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        first.cursor().execute("CREATE TABLE IF NOT EXISTS t (x)")
        end()
        if end != first.close:
            first.set_autocommit(True)
        second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        second.rollback()
        second.set_autocommit(True)
    second.close()
