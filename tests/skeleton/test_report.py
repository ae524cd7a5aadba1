"""`make test` tells what it left out, and with REQUIRE_ALL=1 does not let it pass."""

import subprocess
import sys
from pathlib import Path

import pytest

from config.testing import postgres
from config.testing.results import Missing, Results
from tests.skeleton.programs import shell

SUITE = """
import pytest
def test_works(): pass
def test_fails(): assert 0
@pytest.mark.skip("没有找到 Chromium")
def test_needs_a_browser(): pass
"""


def suite(folder: Path, text: str) -> Results:
    """Run a small suite of its own, as `make test` runs the big one."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_small.py").write_text(text)
    report = folder / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:django",
        "-p",
        "no:xdist",
        f"--junitxml={report}",
    ]
    done = subprocess.run(command, cwd=folder, env=shell(), capture_output=True)
    return Results.read("SQLite", report, done.returncode)


def test_a_skip_is_reported_with_its_reason(tmp_path: Path) -> None:
    results = suite(tmp_path, SUITE)
    told = results.report(strict=False)
    assert "test_needs_a_browser：没有找到 Chromium" in told
    assert told.endswith("tests: 1 passed, 1 failed, 1 skipped")
    assert not results.is_good(strict=False)


def test_a_suite_that_does_not_even_start_is_a_failure(tmp_path: Path) -> None:
    results = suite(tmp_path, "import nothing_of_that_name")
    assert not (results + Results(passed=1)).is_good(strict=False)


def test_nothing_run_is_not_a_pass() -> None:
    assert not Results().is_good(strict=False)


def test_a_missing_engine_is_only_allowed_where_not_everything_is_required() -> None:
    results = Results(passed=1, missing=[Missing("PostgreSQL", "第二遍测试", "没有找到 initdb")])
    assert results.is_good(strict=False)
    assert not results.is_good(strict=True)
    assert "没有找到 initdb" in results.report(strict=True)


def test_a_lone_link_to_one_program_is_no_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "initdb").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert postgres.find_binaries() != tmp_path
