"""The site in a process of its own, on the test's database: to be killed in the middle."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Site:
    """A server that can be killed, and started again at the same address."""

    url: str
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        words = ["-m", "gunicorn", "config.wsgi", "--threads", "4", "--no-control-socket"]
        words += ["--bind", f"127.0.0.1:{self.port}", "--log-level", "warning"]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": database_url(),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, *words]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        self._wait()

    def kill(self) -> None:
        """No last word: as when the power goes."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def _wait(self) -> None:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{self.url}/admin/login/", timeout=1).close()  # noqa: S310
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not start")


def database_url() -> str:
    """The test's own database, as an address."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    place = said["OPTIONS"].get("host") or said["HOST"]
    return f"postgresql://{said['USER']}@/{said['NAME']}?host={place}"


@contextmanager
def site() -> Iterator[Site]:
    """A server on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    found = Site(f"http://127.0.0.1:{port}", port)
    found.start()
    try:
        yield found
    finally:
        found.kill()
