"""The program that reads one file: started with nothing of ours, ended by time if need be."""

import shutil
import tempfile
from typing import BinaryIO

from bulletins.document.apart.starting import run_apart
from bulletins.document.filetext.answers import read_answer
from bulletins.document.filetext.leaves import FileText
from bulletins.document.filetext.reading import READERS

PROGRAM = "bulletins.document.filetext.child"
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
        if not run_apart(PROGRAM, ending, given, answer, patience=PATIENCE):
            return None
        answer.seek(0)
        return read_answer(answer.read())
