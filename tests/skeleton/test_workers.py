"""What gunicorn.conf.py has the workers do, whatever application they are given."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
PAGE = "wsgiref.simple_server:demo_app"
SWEEPING = "tests.skeleton.sweeping:application"
ASKED = "李某某"


def test_an_access_log_tells_neither_questions_nor_where_a_reader_came_from(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    with serving(PAGE, "--access-logfile", str(log)) as (address, _):
        ask(f"{address}/search/?q={quote(ASKED)}")
    said = log.read_text()
    assert '"GET /search/" 200' in said
    assert "?" not in said
    assert quote(ASKED) not in said


def test_workers_sweep_though_nothing_was_swept_while_all_was_loaded() -> None:
    """Behind a HUP, too, at which gunicorn reads its file once more."""
    with serving(SWEEPING) as (address, server):
        first = ask(address)
        assert first.startswith("sweeps ")
        server.send_signal(signal.SIGHUP)
        until = time.monotonic() + 20
        while (said := ask(address)) == first and time.monotonic() < until:
            time.sleep(0.1)
    assert said.startswith("sweeps ")
    assert said != first  # another process


@contextmanager
def serving(page: str, *more: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    words = ["--bind", address, "--no-control-socket", "--log-level=warning", *more]
    with subprocess.Popen([sys.executable, "-m", "gunicorn", page, *words], cwd=ROOT) as server:
        try:
            yield f"http://{address}", server
        finally:
            server.terminate()


def ask(address: str) -> str:
    """The page, once the server is there."""
    request = urllib.request.Request(address, headers={"Referer": address})  # noqa: S310
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=1) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")
