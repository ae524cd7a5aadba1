"""Who runs on which core: servers and their database on the first, whoever asks on the second."""

import os
import shutil
from collections.abc import Sequence

SERVER, CLIENT = range(2)


def are_parted() -> bool:
    """Whether this machine lets us give each its own."""
    return len(os.sched_getaffinity(0)) >= 2 and shutil.which("taskset") is not None


def on(place: int, command: Sequence[str]) -> list[str]:
    """The command, kept on that core; what it starts stays there with it."""
    if not are_parted():
        return list(command)
    core = sorted(os.sched_getaffinity(0))[place]
    return ["taskset", "-c", str(core), *command]


def keep(pid: int, place: int) -> None:
    """Keep a process that runs already, and whatever it starts from now on."""
    if are_parted():
        os.sched_setaffinity(pid, {sorted(os.sched_getaffinity(0))[place]})
