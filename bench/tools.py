"""The programs from outside that a bench needs: all of them, or one sentence."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from config.testing import nginx, postgres


@dataclass(frozen=True)
class Tools:
    wrk: str
    nginx: str
    postgres: Path


def find() -> Tools:
    """Stop with a sentence that says what to install."""
    wrk, server, binaries = shutil.which("wrk"), nginx.find(), postgres.find_binaries()
    if wrk and server and binaries:
        return Tools(wrk, server, binaries)
    missing = {"wrk": wrk, "nginx": server, "postgresql": binaries}
    names = " ".join(name for name, found in missing.items() if not found)
    raise SystemExit(f"make bench 缺少程序：请先运行 apt install {names}，再试一次")
