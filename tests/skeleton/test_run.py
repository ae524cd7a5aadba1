"""`make run`: refuses in one sentence, and a second run changes nothing a person did."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.skeleton.programs import ROOT, Heard, is_one_sentence, python, shell


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])


def refused(**asked: str) -> Heard:
    return python("-m", "config.running", **asked)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "www.example.cn", "::"])  # noqa: S104
def test_demo_accounts_are_not_shown_to_the_world(host: str, tmp_path: Path) -> None:
    heard = refused(HOST=host, DATA=str(tmp_path / "data"))
    assert is_one_sentence(heard)
    assert "演示账号" in heard.said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("port", ["0", "65536", "eight", "８０００", "-1", "8000.5"])
def test_a_port_is_a_number_from_1_to_65535(port: str) -> None:
    heard = refused(PORT=port)
    assert is_one_sentence(heard)
    assert port in heard.said


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        heard = refused(PORT=port, DATA=str(tmp_path))
    assert is_one_sentence(heard)
    assert f"{port} 已被别的程序占用" in heard.said


@pytest.mark.parametrize("folder", ["file/below", "/proc/lantai"])
def test_a_folder_that_cannot_be_written_is_named(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    heard = refused(PORT=free_port(), DATA=str(tmp_path / folder))
    assert is_one_sentence(heard)
    assert "不能写入" in heard.said


def test_a_database_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "db.sqlite3").write_text("not a database at all, but a letter " * 100)
    heard = python("-m", "config.running.server", PORT=free_port(), DATA=str(tmp_path))
    assert is_one_sentence(heard)
    assert str(tmp_path) in heard.said


@contextmanager
def running(folder: Path, **asked: str) -> Iterator[tuple[str, str]]:
    """A site that serves: its address and everything it announced."""
    port = free_port()
    environment = shell(PORT=port, DATA=str(folder), **asked)
    command = [sys.executable, "-m", "config.running.server"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as site:
        try:
            yield (
                f"http://127.0.0.1:{port}/",
                "".join(iter(lambda: _line(site), "按 Ctrl+C 停止。\n")),
            )
        finally:
            os.kill(site.pid, signal.SIGTERM)
            assert site.wait(timeout=20) == 0


def _line(site: "subprocess.Popen[str]") -> str:
    assert site.stdout is not None
    line = site.stdout.readline()
    assert line, "the site ended before it served"
    return line


TABLES = (
    *("accounts_user", "regions_region", "bulletins_column", "bulletins_grant"),
    *("bulletins_article", "bulletins_edition", "bulletins_section", "bulletins_listing"),
    *("bulletins_storedfile", "bulletins_import", "accounts_auditentry"),
)


def keeps(folder: Path) -> tuple[object, ...]:
    """All that a person could have made or changed there."""
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        rows = [
            database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608  our own names
            for table in TABLES
        ]
    files = sorted(path.name for path in (folder / "uploads").rglob("*"))
    return rows, files, (folder / "secret-key").read_text(), passwords(folder)


def passwords(folder: Path) -> dict[str, str]:
    said = json.loads((folder / "demo-accounts.json").read_text())
    return {name: one["password"] for name, one in said.items()}


def page(address: str) -> str:
    with urlopen(address, timeout=20) as answer:  # noqa: S310  a site of our own
        return str(answer.read().decode())


def verified(folder: Path) -> Heard:
    """What verify_audit says of the chain there."""
    key = (folder / "secret-key").read_text()
    return python("manage.py", "verify_audit", SECRET_KEY=key, DATA_DIR=str(folder))


def test_a_second_run_changes_nothing_and_all_is_in_one_folder(tmp_path: Path) -> None:
    with running(tmp_path, DATABASE_URL="mysql://elsewhere") as (address, announced):
        assert "登录" in page(f"{address}admin/login/")
        assert "云岫学院" in page(address)
        assert "天津" in page(f"{address}regions/120000/")
        assert address in announced
    before = keeps(tmp_path)
    assert len(passwords(tmp_path)) == 9
    assert [one for one in passwords(tmp_path).values() if one not in announced] == []
    with running(tmp_path) as (address, again):
        assert [one for one in passwords(tmp_path).values() if one not in again] == []
        assert "云岫学院" in page(address)
    assert keeps(tmp_path) == before
    assert verified(tmp_path).code == 0
    assert {path.name for path in tmp_path.iterdir()} >= {
        "db.sqlite3",
        "static",
        "uploads",
        "cache",
    }
    assert (tmp_path / "db.sqlite3").stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
