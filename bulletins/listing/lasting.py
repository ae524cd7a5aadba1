"""What was read of lists, kept while it lasts: nobody wrote any, nothing in them began or ended.

Whoever writes lists, in whatever process, leaves a stamp with it (``counting.advance``).
A page reads it along with its first question; what was kept under another stamp is read anew.
"""

from collections.abc import Callable, Hashable, Iterator
from datetime import datetime
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from django.db.models import QuerySet

from bulletins.listing.names import ALL
from bulletins.listing.states import State, states_of
from bulletins.models import ListCount

Found = TypeVar("Found")
Names = tuple[str, ...]
MOST_ROWS, MOST_STATES, MOST_ALONG = 500, 1000, 5000  # things kept; the oldest make room


class Kept(NamedTuple):
    """value: as it was read under that stamp, and is from one moment up to another."""

    stamp: str
    since: datetime
    until: datetime | None
    value: Any

    def lasts(self, stamp: str, at: datetime) -> bool:
        return stamp == self.stamp and self.since <= at and (self.until is None or at < self.until)


ROWS: dict[Hashable, Kept] = {}
STATES: dict[Names, Kept] = {}
ALONG: dict[str, Names] = {}  # a list → those with which it was asked for last
WRITING = Lock()  # threads: one may not look for the oldest while another comes


def stamps() -> QuerySet[ListCount, tuple[datetime]]:
    """To be read along: of this, any change of any list makes something else."""
    return ListCount.objects.filter(list=ALL).values_list("at")


def lasting(
    key: Hashable, names: Names, at: datetime, stamp: str, read: Callable[[], Found]
) -> Found:
    """What was kept, or else is read now: of nothing but rows of these lists, at that moment.

    stamp: read before, in the same request; "" where it was not, and nothing is kept.
    """
    if not stamp:
        return read()
    kept = ROWS.get(key)
    if kept is None or not kept.lasts(stamp, at):
        until = _until(states(names, at, stamp))
        kept = _keep(ROWS, key, Kept(stamp, at, until, read()), MOST_ROWS)
    found: Found = kept.value
    return found


def states(names: Names, at: datetime, stamp: str = "") -> dict[str, State]:
    """How those stand that were ever counted; one query, and none while it lasts."""
    kept = _kept(names, at, stamp) if stamp else None
    if kept is None:
        found = states_of(names, at)
        kept = Kept(stamp, at, _until(found), found)
        if stamp:
            _keep(STATES, names, kept, MOST_STATES)
            with WRITING:
                ALONG.update(dict.fromkeys(names, names))
                _make_room(ALONG, MOST_ALONG)
    said: dict[str, State] = kept.value
    return said


def forget() -> None:
    with WRITING:
        for kept in (ROWS, STATES, ALONG):
            kept.clear()


def _kept(names: Names, at: datetime, stamp: str) -> Kept | None:
    """What was read of exactly these; of one alone, also what was read of it along with others."""
    keys = (names, ALONG.get(names[0], names)) if len(names) == 1 else (names,)
    found = (STATES.get(key) for key in keys)
    return next((one for one in found if one and one.lasts(stamp, at)), None)


def _keep(where: dict[Any, Kept], key: Hashable, kept: Kept, most: int) -> Kept:
    with WRITING:
        where.pop(key, None)
        where[key] = kept
        _make_room(where, most)
    return kept


def _make_room(where: dict[Any, Any], most: int) -> None:
    while len(where) > most:
        del where[next(iter(where))]


def _until(found: dict[str, State]) -> datetime | None:
    """The next moment at which a row of them begins, ends, or leaves the top of its list."""

    def coming() -> Iterator[datetime]:
        for state in found.values():
            yield from filter(None, state.coming)

    return min(coming(), default=None)
