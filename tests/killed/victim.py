"""A process that does one thing and is killed in the middle of it: it cannot clean up anything."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from django.db import connection, connections

from bulletins.permissions import Refused

DONE, REFUSED, BROKE = 0, 3, 4


@dataclass(frozen=True)
class Point:
    """When it is killed: before its n-th statement, before or after a commit, or after a while."""

    statement: int = 0
    commit: str = ""
    seconds: float = 0.0

    @classmethod
    def by(cls, luck: Random) -> "Point":
        kind = luck.random()
        if kind < 0.5:  # few verbs ask more than forty things
            return cls(statement=1 + int(luck.random() * 40))
        if kind < 0.8:
            return cls(commit=luck.choice(("before", "after")))
        return cls(seconds=luck.random() * 0.08)


def killed(act: Callable[[], object], point: Point) -> str:
    """Fork, let it act, kill it; out comes "killed", "done" or "refused". Anything else is raised.

    SQLite's locks belong to a process: the parent has nothing open meanwhile, so that who comes
    next finds the files as they were left.
    """
    if connection.vendor == "sqlite":
        connections.close_all()
    child = os.fork()
    if child == 0:
        _act(act, point)
    if point.seconds:
        time.sleep(point.seconds)
        os.kill(child, signal.SIGKILL)
    return _outcome(_waited(child))


def _act(act: Callable[[], object], point: Point) -> None:
    """In the child; it never returns."""
    code = BROKE
    try:
        connection.connection = None  # the parent's, of which psycopg2 keeps its hands
        connection.ensure_connection()
        _watch_commits(point)
        with connection.execute_wrapper(_Counted(point.statement)):
            act()
        code = DONE
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        code = REFUSED
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


class _Counted:
    """Dies before the statement of that number; 0: never."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            _die()
        return execute(*args)


def _watch_commits(point: Point) -> None:
    commit = connection.commit

    def watched() -> None:
        if point.commit == "before":
            _die()
        commit()
        if point.commit == "after":
            _die()

    if point.commit:
        connection.commit = watched  # type: ignore[method-assign]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _waited(child: int) -> int:
    """One that hangs (a lock held by a thread that was not forked) is killed as well."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return status
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def _outcome(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "killed"
    code = os.WEXITSTATUS(status)
    if code == BROKE:
        raise AssertionError("the victim broke by itself: its traceback is in the captured output")
    return "refused" if code == REFUSED else "done"
