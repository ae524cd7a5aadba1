"""The real nginx, started with configurations that we ship; everything it writes is in one folder."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.testing.nginx import command, find

NGINX = find()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def edited(shipped: Path, changes: dict[str, str]) -> str:
    """A file of deploy/ with our names, folders and ports in place of those in it."""
    said = shipped.read_text()
    for ours, theirs in changes.items():
        assert ours in said, ours
        said = said.replace(ours, theirs)
    return said


@contextmanager
def running(folder: Path, included: list[Path], port: int) -> Iterator[None]:
    """From its first answer at that port to the end of the block. included: in http {}."""
    lines = "\n".join(f"  include {one};" for one in included)
    assert NGINX
    process = subprocess.Popen(command(NGINX, folder, lines))
    try:
        _wait(port, process)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx did not start: its words are in the captured output"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx did not answer")
