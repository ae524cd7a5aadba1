"""One worker process: how soon it answers after a cold start, and how much memory it holds."""

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from statistics import median

from bench import cores, cpu, site
from bench.servers import PATIENCE, Server, ended, free_port, gunicorn
from bench.stored import OFF
from bench.stores import Store

STARTS = 3
LOOK = 0.01  # seconds from one try to the next


def first_page(store: Store, address: str) -> float:
    """Seconds from the start of gunicorn to the first page; median of a few starts."""
    return round(median(_started(store, address) for _ in range(STARTS)), 2)


def _started(store: Store, address: str) -> float:
    port = free_port()
    environment = site.environment(store.url, store.data, port) | OFF
    command = cores.on(cores.SERVER, gunicorn("config.wsgi", port))
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment)
    try:
        while time.monotonic() < begun + PATIENCE and process.poll() is None:
            with suppress(HTTPException, OSError):
                Server(port, process.pid).body(address)
                return time.monotonic() - begun
            time.sleep(LOOK)
    finally:
        ended(process)
    raise SystemExit(f"{PATIENCE} 秒内没有等到第一页（原因见上），测量停止")


def memory(pid: int) -> float:
    """MB of the largest process below this one; what it shares is counted by its share (PSS)."""
    below = [one.pid for one in cpu.family(cpu.running(), (pid,)) if one.pid != pid]
    return round(max(map(_pss, below or [pid])) / 1000, 1)


def _pss(pid: int) -> int:
    """kB, from /proc/<pid>/smaps_rollup."""
    lines: Sequence[str] = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
