"""Run the project's programs as somebody at a terminal does, and listen to what they say."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = (
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "DEBUG",
    "SECRET_KEY",
    "SITE_URL",
    "DATA_DIR",
    "DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
)


class Heard(NamedTuple):
    """How a program ended, and what it said."""

    code: int
    said: str


def shell(**more: str) -> dict[str, str]:
    """The environment of a fresh terminal: none of the test run's own settings, plus these."""
    return {name: value for name, value in os.environ.items() if name not in OURS} | more


def python(*words: str, **environment: str) -> Heard:
    """`python WORDS…` in this checkout, with only these settings."""
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=ROOT, env=shell(**environment), capture_output=True, text=True, timeout=120
    )
    return Heard(done.returncode, done.stdout + done.stderr)


def is_one_sentence(heard: Heard) -> bool:
    """A failure told to a person: one line, no traceback."""
    return heard.code != 0 and len(heard.said.strip().splitlines()) == 1
