"""On what a bench ran: figures of two machines are not to be compared."""

import os
import platform
import re
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench import cores
from bench.tools import Tools


def describe(tools: Tools) -> dict[str, str]:
    """Machine, versions, and how much else was going on."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores, {_memory()} GB",
        "cores": _cores(),
        "load": f"at the beginning {load()}",
        "system": f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}",
        "packages": ", ".join(f"{name} {version(name)}" for name in ("Django", "gunicorn")),
        "databases": f"SQLite {sqlite3.sqlite_version}, PostgreSQL {_postgres(tools)}",
        "programs": f"nginx {_told(tools.nginx, '-v')}, wrk {_told(tools.wrk, '-v')}",
    }


def load() -> str:
    """How many processes wanted to run during the last minute, of whomever."""
    return f"{os.getloadavg()[0]:.1f}"


def _cores() -> str:
    parted = "servers and database on one core, wrk on another"
    return parted if cores.are_parted() else "not parted: servers and wrk share all cores"


def _processor() -> str:
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9)


def _postgres(tools: Tools) -> str:
    return _told(str(tools.postgres / "postgres"), "--version")


def _told(program: str, option: str) -> str:
    """The first thing it says that looks like a version."""
    done = subprocess.run([program, option], capture_output=True, text=True)
    found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
    return found[0] if found else "?"
