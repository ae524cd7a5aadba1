"""Worker processes: how soon one answers after a cold start, and how much memory each holds."""

import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from bench import cpu, site
from bench.servers import free_port, gunicorn, serving
from bench.stored import OFF
from bench.stores import Store

STARTS = 3
WORKERS, THREADS = 3, 4  # as in deploy/lantai.service
TIMES = 3  # that every page is asked for: any worker may answer
READERS = WORKERS * THREADS


def first_page(store: Store, address: str) -> float:
    """Seconds from the start of gunicorn to the first page; median of a few starts."""
    return round(median(_started(store, address) for _ in range(STARTS)), 2)


def _started(store: Store, address: str) -> float:
    port = free_port()
    environment, begun = site.environment(store.url, store.data, port) | OFF, time.monotonic()
    with serving(gunicorn("config.wsgi", port), port, environment, address):
        return time.monotonic() - begun


def memory(store: Store, addresses: Iterable[str]) -> float:
    """MB of the largest worker of a server as it is deployed, after all of these pages.

    What it shares with others is counted by its share (PSS).
    """
    port, asked = free_port(), list(addresses) * TIMES
    environment = site.environment(store.url, store.data, port) | OFF
    command = gunicorn("config.wsgi", port, workers=WORKERS, threads=THREADS)
    with serving(command, port, environment) as server:
        with ThreadPoolExecutor(READERS) as readers:
            for _ in readers.map(server.body, asked):
                pass
        return _largest(server.pid)


def _largest(pid: int) -> float:
    """Of the processes below this one."""
    below = [one.pid for one in cpu.family(cpu.running(), (pid,)) if one.pid != pid]
    return round(max(map(_pss, below)) / 1000, 1)


def _pss(pid: int) -> int:
    """kB, from /proc/<pid>/smaps_rollup."""
    lines: Sequence[str] = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
