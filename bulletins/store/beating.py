"""The poller's sign of life: without it nobody hands anything out of the store.

A beat is an empty file named after a second. nginx and the app look for that of the present one.
"""

import os
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bulletins.store.applying import Applied, apply, stop_beats
from bulletins.store.folder import Folder

SLOW = 1.0  # seconds: a verb that waits for the lock longer goes without (``folder.PATIENCE``)
AHEAD = 5  # seconds: what is handed out ends so soon after the poller did


def keep(folder: Folder, now: datetime) -> Applied:
    """Apply what is due, then beat; under one lock, so that no beat outlives what it promised."""
    with folder.locked():
        begun = time.monotonic()
        applied = apply(folder, now)
        second, end = int(now.timestamp()), int(applied.limit.timestamp())
        beats = folder.root / "beats"
        beats.mkdir(exist_ok=True)
        for one in range(second, min(second + AHEAD, end)):
            (beats / str(one)).touch(mode=0o640)
        if time.monotonic() - begun > SLOW:
            stop_beats(folder, now)
    _clear(beats, range(second - 1, second + AHEAD))
    return applied


def beats_now(folder: Folder) -> bool:
    return (folder.root / "beats" / str(int(time.time()))).exists()


def pause(limit: datetime, now: datetime) -> float:
    """Seconds until the next second begins, or until something changes by itself."""
    moment = now.timestamp()
    return max(min(int(moment) + 1, limit.timestamp()) - moment, 0.001)


def _clear(beats: Path, wanted: range) -> None:
    """Old ones; and those of a clock that was set back, believed when it comes there."""
    for one in os.scandir(beats):
        if one.name.isdigit() and int(one.name) not in wanted:
            with suppress(FileNotFoundError):
                os.unlink(one.path)
