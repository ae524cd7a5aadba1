"""Databases full of articles, kept from run to run: loading a hundred thousand takes minutes."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg2

from bench import site
from bench.tools import Tools
from bench.wishes import Wishes
from config.testing import postgres


@dataclass(frozen=True)
class Store:
    """A full database. server: the first process of its engine, None where it has none.

    rate: articles a second as they were loaded.
    """

    engine: str
    size: int
    url: str
    data: Path
    rate: float
    server: int | None = None


@contextmanager
def sqlite(folder: Path, wishes: Wishes) -> Iterator[Iterator[Store]]:
    """A file for each size."""
    yield (_sqlite(folder, size) for size in wishes.sizes)


def _sqlite(folder: Path, size: int) -> Store:
    file, record = folder / f"{size}.sqlite3", folder / f"sqlite-{size}.json"
    if not record.exists():
        for old in folder.glob(f"{file.name}*"):
            old.unlink()
        _load("SQLite", f"sqlite:///{file}", folder, size, record)
    return Store("SQLite", size, f"sqlite:///{file}", folder, _rate(record))


@contextmanager
def postgresql(folder: Path, wishes: Wishes, tools: Tools) -> Iterator[Iterator[Store]]:
    """A database for each size, in one cluster that runs while it is needed."""
    cluster = folder / "postgres"
    if not (cluster / "data" / "PG_VERSION").exists():
        shutil.rmtree(cluster, ignore_errors=True)
        cluster.mkdir()
        postgres.make(tools.postgres, cluster)
    with TemporaryDirectory(prefix="lantai-pg-") as sockets:
        postgres.give_away(Path(sockets))
        # Nothing may begin to tidy up in the middle of a measurement.
        options = "-c autovacuum=off"
        with postgres.serving(tools.postgres, cluster, Path(sockets), options=options) as url:
            yield (_postgresql(folder, cluster, url, size) for size in wishes.sizes)


def _postgresql(folder: Path, cluster: Path, url: str, size: int) -> Store:
    name, record = f"lantai_{size}", folder / f"postgresql-{size}.json"
    own = url.replace("/postgres?", f"/{name}?")
    if not record.exists():
        _make_anew(url, name)
        _load("PostgreSQL", own, folder, size, record)
    pid = postgres.process_of(cluster)
    return Store("PostgreSQL", size, own, folder, _rate(record), pid)


def _make_anew(url: str, name: str) -> None:
    connection = psycopg2.connect(url)
    connection.autocommit = True  # databases are made outside transactions
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()


def _load(engine: str, url: str, folder: Path, size: int, record: Path) -> None:
    """Fill it, then write down that it is whole: one that was broken off is begun again."""
    print(f"{engine}：载入 {size} 篇……", flush=True)
    told = site.tell("filling", site.environment(url, folder), size)
    record.write_text(json.dumps(told))


def _rate(record: Path) -> float:
    told = json.loads(record.read_text())
    return float(told["articles"] / told["seconds"])
