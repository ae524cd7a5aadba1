"""The programs from outside that a bench needs: all of them, or one sentence."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from config.testing import postgres


@dataclass(frozen=True)
class Tools:
    wrk: str
    nginx: str
    postgres: Path


def find() -> Tools:
    """Stop with a sentence that says what to install."""
    wrk, nginx, binaries = _program("wrk"), _program("nginx"), postgres.find_binaries()
    if wrk and nginx and binaries:
        return Tools(wrk, nginx, binaries)
    missing = {"wrk": wrk, "nginx": nginx, "postgresql": binaries}
    names = " ".join(name for name, found in missing.items() if not found)
    raise SystemExit(f"make bench 缺少程序：请先运行 apt install {names}，再试一次")


def _program(name: str) -> str | None:
    """Debian keeps nginx where only root looks."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
