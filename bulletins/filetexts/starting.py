"""The program that reads one file: started with nothing of ours, ended by time if need be."""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from bulletins.document.filetext.answers import read_answer
from bulletins.document.filetext.leaves import FileText
from bulletins.document.filetext.reading import READERS

log = logging.getLogger(__name__)
PROGRAM = "bulletins.document.filetext.child"
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds; the program's own limits are in ``child``


def read_apart(source: BinaryIO, ending: str) -> FileText | None:
    """Leaf by leaf; None for what could not be read.

    Neither keys nor the database's address are in its environment, and what it writes goes into a
    file whose size is limited.
    """
    if ending not in READERS:
        return None
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        shutil.copyfileobj(source, given)
        given.seek(0)
        if not _ran(ending, given, answer):
            return None
        answer.seek(0)
        return read_answer(answer.read())


def _ran(ending: str, given: BinaryIO, answer: BinaryIO) -> bool:
    try:
        done = subprocess.run(
            [sys.executable, "-m", PROGRAM, ending],
            stdin=given,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PYTHONPATH": os.fspath(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        log.warning("A file of kind %s was not read within %s seconds", ending, PATIENCE)
        return False
    if done.returncode:
        log.warning("A file of kind %s could not be read (%s)", ending, done.returncode)
    return not done.returncode
