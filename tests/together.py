"""Several people at once, each in a thread with a connection of its own, as in several workers."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from bulletins.permissions import Refused

Act = Callable[[], object]


def together(*acts: Act) -> list[object]:
    """What came of each act, in order: its result, or the refusal it met; anything else is raised."""
    start = Barrier(len(acts))

    def press(act: Act) -> object:
        try:
            connection.ensure_connection()  # so that nobody is late for having to open the door
            start.wait(timeout=20)
            return act()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as people:
        return list(people.map(press, acts))


def refusals(outcomes: Sequence[object]) -> list[str]:
    """The sentences that those who came second were told."""
    return [str(one) for one in outcomes if isinstance(one, Refused)]
