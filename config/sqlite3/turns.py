"""A line in which threads wait: first come, first served."""

from collections import deque
from threading import Event, Lock


class Turns:
    """take() before, give() after; never twice by the same thread."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Event] = deque()
        self._taken = False

    def take(self, patience: float) -> bool:
        """Wait for the turn, so many seconds at most; False if it did not come."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            mine = Event()
            self._waiting.append(mine)
        return mine.wait(patience) or not self._left(mine)

    def give(self) -> None:
        """Let the next one go on."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False

    def _left(self, mine: Event) -> bool:
        """Leave the line; False if the turn came at the last moment."""
        with self._guard:
            if mine in self._waiting:
                self._waiting.remove(mine)
                return True
            return False
