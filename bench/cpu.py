"""Processor seconds that a process and all it started have used, from /proc."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TICKS = os.sysconf("SC_CLK_TCK")


class Process(NamedTuple):
    """ticks: its own and those of its children that have ended."""

    pid: int
    parent: int
    ticks: int


def seconds_of(*pids: int) -> float:
    """What the trees below these processes have used since each of them began."""
    return sum(one.ticks for one in family(running(), pids)) / TICKS


def family(running: list[Process], pids: tuple[int, ...]) -> list[Process]:
    """These processes, and those below them."""
    found = [one for one in running if one.pid in pids]
    below = tuple(one.pid for one in running if one.parent in pids)
    return found + family(running, below) if below else found


def read_stat(text: str) -> Process:
    """The line of /proc/<pid>/stat; the name in it may hold anything, brackets and spaces."""
    pid, rest = text.split(" ", 1)
    fields = rest.rpartition(") ")[2].split()
    return Process(int(pid), int(fields[1]), sum(map(int, fields[11:15])))


def running() -> list[Process]:
    """All processes of this machine."""
    return list(_found())


def _found() -> Iterator[Process]:
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            yield read_stat(entry.read_text())
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has ended since
