"""A question leaves one line in a file: no reader waits for the database, or makes others wait.

A line has the day, whether something was found, and what was asked; a file holds a megabyte at
most. What comes when it is full, or when the disk is, is not counted.
"""

import logging
import os
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from bulletins.document.wording import BEIJING
from bulletins.search.log.masking import kept_of

FULL = 1024 * 1024  # bytes

log = logging.getLogger(__name__)


def folder() -> Path:
    return Path(settings.DATA_DIR) / "asked"


def note(query_text: str, found: int) -> None:
    """Somebody looked for it, and so much was found. Whatever goes wrong, her page is shown."""
    try:
        kept = kept_of(query_text)
        if kept is not None:
            day = timezone.now().astimezone(BEIJING).date()
            _append(f"{day}\t{int(found > 0)}\t{kept[0]}\n".encode())
    except Exception:  # a log is not worth a reader's answer
        log.exception("A question was not noted")


def _append(line: bytes) -> None:
    """In one write, so that the lines of many processes do not mix."""
    file = folder() / "new"
    try:
        opened = _opened(file)
    except FileNotFoundError:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = _opened(file)
    try:
        if os.fstat(opened).st_size < FULL:
            os.write(opened, line)
    finally:
        os.close(opened)


def _opened(file: Path) -> int:
    return os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
