"""One worker process: how soon it answers after a cold start, and how much memory it holds."""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench import cpu, site
from bench.servers import free_port, gunicorn, serving
from bench.stored import OFF
from bench.stores import Store

STARTS = 3


def first_page(store: Store, address: str) -> float:
    """Seconds from the start of gunicorn to the first page; median of a few starts."""
    return round(median(_started(store, address) for _ in range(STARTS)), 2)


def _started(store: Store, address: str) -> float:
    port = free_port()
    environment, begun = site.environment(store.url, store.data, port) | OFF, time.monotonic()
    with serving(gunicorn("config.wsgi", port), port, environment, address):
        return time.monotonic() - begun


def memory(pid: int) -> float:
    """MB of the largest process below this one; what it shares is counted by its share (PSS)."""
    below = [one.pid for one in cpu.family(cpu.running(), (pid,)) if one.pid != pid]
    return round(max(map(_pss, below or [pid])) / 1000, 1)


def _pss(pid: int) -> int:
    """kB, from /proc/<pid>/smaps_rollup."""
    lines: Sequence[str] = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
