"""One .pdf at a time on this machine, however many ask: who comes while one is made is told so."""

import fcntl
import logging
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bulletins.document.apart.starting import run_apart
from bulletins.pdf.keeping import folder, kept, place_of

log = logging.getLogger(__name__)
PROGRAM = "bulletins.document.pdf.child"
PATIENCE = 30  # seconds; the program's own limits are in ``child``
AGAIN = 3600  # seconds after which a text that failed is tried again
BEGIN, END = b"%PDF-", b"%%EOF"
TURN = ".turn"


class Busy(Exception):
    """Another one is being made."""


class Failed(Exception):
    """This one could not be made within its means."""


# The page, whose pictures are named ``picture:<SHA-256>``, and these
Laid = tuple[str, Mapping[str, bytes]]


def make(edition: int, tag: str, lay_out: Callable[[], Laid]) -> bytes:
    """Make it and keep it. Raises Busy or Failed; what failed is not tried again for an hour.

    lay_out: called only when it is this one's turn, for it takes time, too.
    """
    place = place_of(edition, tag)
    failed = place.with_suffix(".failed")
    with _turn():
        if done := kept(edition, tag):  # by the one before
            return done
        if failed.exists() and time.time() - failed.stat().st_mtime < AGAIN:
            raise Failed
        data = _made(*lay_out())
        if data is None:
            failed.touch()
            raise Failed
        _keep(place, data)
    return data


@contextmanager
def _turn() -> Iterator[None]:
    """Nobody waits: whoever did would hold up readers of other pages.

    The lock goes with the process that holds it, however it ends.
    """
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder() / TURN).open("a") as turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        yield


def _made(html: str, pictures: Mapping[str, bytes]) -> bytes | None:
    """In a folder of its own, with nothing of ours in its environment."""
    with tempfile.TemporaryDirectory(prefix="lantai-pdf-") as own:
        for sha256, picture in pictures.items():
            (Path(own) / sha256).write_bytes(picture)
        with tempfile.TemporaryFile() as page, tempfile.TemporaryFile() as answer:
            page.write(html.encode())
            page.seek(0)
            if not run_apart(
                PROGRAM, own, page, answer, patience=PATIENCE, folder=own, more={"HOME": own}
            ):
                return None
            answer.seek(0)
            data = answer.read()
    whole = data.startswith(BEGIN) and data.rstrip().endswith(END)
    return data if whole else None


def _keep(place: Path, data: bytes) -> None:
    """Whole or not at all; a full disk is no reason not to answer."""
    draft = place.with_suffix(".new")
    try:
        draft.write_bytes(data)
        draft.replace(place)
    except OSError:
        log.exception("A .pdf could not be kept")
        draft.unlink(missing_ok=True)
