"""The side that starts the program."""

import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[3]


def run_apart(
    program: str,
    argument: str,
    given: BinaryIO,
    answer: BinaryIO,
    *,
    patience: float,
    folder: str = "/",
    more: Mapping[str, str] | None = None,
) -> bool:
    """Whether it did what it should: ``given`` is what it reads, ``answer`` what it writes to.

    program: a module of ours. patience: in seconds; its own limits come before. folder: where it
    is. Neither keys nor the database's address are in its environment, only what is in ``more``.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", program, argument],
            stdin=given,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={"PYTHONPATH": os.fspath(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **(more or {})},
            timeout=patience,
        )
    except subprocess.TimeoutExpired:
        log.warning("%s %s took longer than %s seconds", program, argument, patience)
        return False
    if done.returncode:
        log.warning("%s %s failed (%s)", program, argument, done.returncode)
    return not done.returncode
