"""Servers on 127.0.0.1 that run while they are asked, and are ended by their own number."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from bench import cores

PATIENCE = 60  # seconds until it must answer
LOOK = 0.01  # from one try to the next


@dataclass(frozen=True)
class Server:
    """Where it answers, and the process that all others of it come from."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def body(self, path: str) -> bytes:
        """What it answers there; past any proxy that this shell may know of."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path)
            return connection.getresponse().read()


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        return int(door.getsockname()[1])


def gunicorn(application: str, port: int, *, workers: int = 1, threads: int = 8) -> list[str]:
    """One worker unless told otherwise, as `make run` has it (``config.running.server``)."""
    many = [f"--workers={workers}", f"--threads={threads}"]
    options = ["--worker-class=gthread", *many, "--log-level=warning"]
    bind = f"--bind=127.0.0.1:{port}"
    return [sys.executable, "-m", "gunicorn", application, bind, *options, "--no-control-socket"]


@contextmanager
def serving(
    command: Sequence[str],
    port: int,
    environment: Mapping[str, str] | None = None,
    page: str = "/",
) -> Iterator[Server]:
    """Run it on the servers' core, from its first answer, at that page, to the end of the block."""
    process = subprocess.Popen(cores.on(cores.SERVER, command), env=environment)
    try:
        server = Server(port, process.pid)
        _wait_for(server, process, page)
        yield server
    finally:
        ended(process)


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", page: str) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            server.body(page)
            return
        except (HTTPException, OSError):
            time.sleep(LOOK)
    raise SystemExit(f"{server.address} 的服务没有起来（原因见上），测量停止")


def ended(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
