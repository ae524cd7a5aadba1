"""The checks other people's tools make for us. Each yields what the tool said, or nothing."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from config.checking.files import ours

# The settings of a production site, made up: nothing of this shell may make the check pass.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "DEBUG": "false",
    "SITE_URL": "https://www.example.cn",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "DATABASE_URL": "sqlite://:memory:",
    "CACHE_URL": "",
    "ALLOWED_HOSTS": "",
    "BEHIND_PROXY": "",
    "HSTS_SECONDS": "",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "",  # a test run in a browser leaves it behind
}
DJADE = ["--target-version", "5.2", "--check"]


def lint(root: Path) -> Iterator[str]:
    return _run(root, "ruff", "check", "--quiet", "--output-format", "concise", ".")


def layout(root: Path) -> Iterator[str]:
    return _run(root, "ruff", "format", "--check", "--quiet", ".")


def types(root: Path) -> Iterator[str]:
    return _run(root, "mypy", "--no-error-summary")


def templates(root: Path) -> Iterator[str]:
    found = [
        str(path) for path in ours(root) if "templates" in path.parts and path.suffix == ".html"
    ]
    return _run(root, "djade", *DJADE, *found) if found else iter(())


def migrations(root: Path) -> Iterator[str]:
    return _manage(root, "makemigrations", "--check", "--dry-run")


def deployment(root: Path) -> Iterator[str]:
    return _manage(root, "check", "--deploy", "--fail-level", "WARNING")


def imports(root: Path) -> Iterator[str]:
    return _run(root, "lint-imports", "--no-logo", "--no-cache")


def _manage(root: Path, *words: str) -> Iterator[str]:
    return _told([sys.executable, "manage.py", *words], root)


def _run(root: Path, tool: str, *words: str) -> Iterator[str]:
    """Run a tool that stands beside the Python we run under."""
    return _told([str(Path(sys.executable).parent / tool), *words], root)


def _told(command: list[str], root: Path) -> Iterator[str]:
    """What a failing tool printed, line by line; a tool that is content has nothing to tell."""
    environment = os.environ | PRODUCTION | {"PYTHONPATH": str(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    if done.returncode:
        told = (done.stdout + done.stderr).splitlines()
        yield from [line for line in told if line.strip()] or [f"exit {done.returncode}"]
