"""`make test`: everything on SQLite, what needs a database again on PostgreSQL, and a report."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from config.testing import postgres
from config.testing.results import Missing, Results


def main(arguments: list[str]) -> int:
    """Run both passes; 0 only if nothing failed and, with REQUIRE_ALL=1, nothing was left out."""
    strict = os.environ.get("REQUIRE_ALL", "") not in ("", "0")
    with tempfile.TemporaryDirectory(prefix="lantai-tests-") as folder:
        passes = [
            _pass("SQLite", None, Path(folder), arguments),
            _on_postgres(Path(folder), arguments),
        ]
    results = sum(passes, Results())
    print(results.report(strict=strict), flush=True)
    return 0 if results.is_good(strict=strict) else 1


def _on_postgres(folder: Path, arguments: list[str]) -> Results:
    """The second pass, on the database the environment names or on a cluster of our own."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return _pass("PostgreSQL", given, folder, arguments)
    binaries = postgres.find_binaries()
    if binaries is None:
        why = "没有找到 initdb（apt install postgresql）"
        return Results(missing=[Missing("PostgreSQL", "第二遍测试", why)])
    with postgres.cluster(binaries) as url:
        return _pass("PostgreSQL", url, folder, arguments)


def _pass(engine: str, url: str | None, folder: Path, arguments: list[str]) -> Results:
    """One run of pytest; `url` None means SQLite."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if url:
        environment |= {"DATABASE_URL": url, "LANTAI_ONLY_DATABASE": "1"}
    report = folder / f"{engine}.xml"
    print(f"== {engine} ==", flush=True)
    # Who has no tests left takes over some of the other's: the slow ones stand close together.
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "2",
        "--dist",
        "worksteal",
        f"--junitxml={report}",
        *arguments,
    ]
    done = subprocess.run(command, env=environment)
    return Results.read(engine, report, done.returncode)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
