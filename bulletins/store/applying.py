"""Taking out of this machine's store what changes touched and what time has changed.

Called after each change, by the poller every second, and by ``run_due``: all do the same, under the
store's lock, from the position on.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.utils import timezone

from bulletins.document.wording import BEIJING
from bulletins.models import Purge
from bulletins.store.affected import Change, affected, pages_of, without_doubles
from bulletins.store.events import beside, happened, next_event
from bulletins.store.folder import Folder, Position, is_on, the_folder
from bulletins.store.generation import generation
from bulletins.store.trouble import say

log = logging.getLogger(__name__)
MOST = 200  # rows of the log; who is further behind begins anew
SET_BACK = timedelta(seconds=2)  # of the clock; who waited for the lock is less behind


@dataclass(frozen=True, slots=True)
class Applied:
    """addresses: what was taken out; None: everything. limit: when time acts next."""

    addresses: tuple[str, ...] | None
    limit: datetime


def apply_quietly() -> None:
    """After a commit. What fails here is done by the poller; until then nothing is handed out."""
    if not is_on():
        return
    folder = the_folder()
    try:
        if folder.read_position():
            with folder.locked():
                apply(folder, timezone.now())
    except OSError as problem:
        say(problem)
        _stop_all_beats(folder)
    except Exception:
        log.exception("The store of pages was not purged")
        _stop_all_beats(folder)


def apply(folder: Folder, now: datetime) -> Applied:
    """Under the store's lock. What is handed out stops at the limit until this was done again."""
    before = folder.position()
    rows = _since(before) if before else []  # first: what they changed is in what is asked next
    limit = next_event(before.moment if before and not _is_ahead(before, now) else now)
    found = _due(before, rows, limit, now)
    if limit <= now:
        limit = next_event(now)
    stop_beats(folder, limit)
    if found is None:
        folder.empty()
        folder.write_position(_position(before, now, *_newest()))
        return Applied(None, limit)
    if found.rows or found.changes:
        for address in found.addresses:
            folder.take_out(address)
        folder.write_position(_position(before, now, *found.last))
    return Applied(found.addresses, limit)


def adopt(folder: Folder) -> None:
    """A store of pages that another program made is emptied: its templates may be other ones.

    Raises OSError.
    """
    with folder.locked():
        before = folder.position()
        if before and before.generation != generation():
            folder.empty()
            folder.write_position(replace(before, generation=generation()))


def stop_beats(folder: Folder, limit: datetime) -> None:
    """No sign of life reaches beyond the moment at which something changes."""
    with suppress(FileNotFoundError):
        for beat in os.scandir(folder.root / "beats"):
            if beat.name.isdigit() and int(beat.name) >= int(limit.timestamp()):
                Path(beat.path).unlink(missing_ok=True)


def _stop_all_beats(folder: Folder) -> None:
    """It needs no lock: whoever holds it and then beats has applied what is in the log."""
    with suppress(OSError):
        stop_beats(folder, timezone.now())


class _Due(NamedTuple):
    """What has to go, because of which rows and which changes; last: as a position has it."""

    rows: list[Purge]
    changes: list[Change]
    last: tuple[int, str]
    addresses: tuple[str, ...]


def _since(before: Position) -> list[Purge]:
    """From the last one that was applied on, that one included."""
    return list(Purge.objects.filter(pk__gte=before.purge).order_by("pk")[: MOST + 1])


def _due(before: Position | None, rows: list[Purge], limit: datetime, now: datetime) -> _Due | None:
    """None for everything: another day, a clock that was set back (what began by itself after now
    is in the pages already), too far behind, or a log that is not the one it was.
    """
    if before is None or before.day != _day(now) or _is_ahead(before, now):
        return None
    known = bool(rows) and _mark(rows[0]) == (before.purge, before.made)
    if not (known or (before.purge == 0 and not rows)) or len(rows) > MOST:
        return None
    last, new = _mark(rows[-1]) if rows else (0, ""), rows[1:]
    changes = happened(before.moment, now) if limit <= now else []
    if changes is None or any(one.everything for one in new):
        return None
    return _Due(new, changes, last, tuple(without_doubles(_addresses(new, changes, now))))


def _is_ahead(before: Position, now: datetime) -> bool:
    return before.moment > now + SET_BACK


def _addresses(rows: list[Purge], changes: list[Change], now: datetime) -> Iterator[str]:
    for row in rows:
        yield from row.addresses.split()
    for change in changes:
        yield from affected(change)
    numbers = [*(row.beside for row in rows), *(one.number for one in changes if one.beside)]
    for number in filter(None, numbers):
        yield from map(pages_of, beside(number, now))


def _position(before: Position | None, now: datetime, purge: int, made: str) -> Position:
    own = before.generation if before else generation()
    return Position(own, _day(now), purge, made, now.isoformat())


def _newest() -> tuple[int, str]:
    row = Purge.objects.order_by("-pk").first()
    return _mark(row) if row else (0, "")


def _mark(row: Purge) -> tuple[int, str]:
    return row.pk, row.made_at.isoformat()


def _day(now: datetime) -> str:
    return now.astimezone(BEIJING).date().isoformat()
