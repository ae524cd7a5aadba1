"""An access log, where one is wanted, says which pages were asked for, and nothing that was asked."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
PAGE = "wsgiref.simple_server:demo_app"
ASKED = "李某某"


def test_it_tells_neither_questions_nor_where_a_reader_came_from(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "access.log"
    words = ["--bind", address, "--access-logfile", str(log), "--no-control-socket"]
    with subprocess.Popen([sys.executable, "-m", "gunicorn", PAGE, *words], cwd=ROOT) as server:
        try:
            ask(f"http://{address}/search/?q={quote(ASKED)}")
        finally:
            server.terminate()
    said = log.read_text()
    assert '"GET /search/" 200' in said
    assert "?" not in said
    assert quote(ASKED) not in said


def ask(address: str) -> None:
    request = urllib.request.Request(address, headers={"Referer": address})  # noqa: S310
    for _ in range(100):
        try:
            urllib.request.urlopen(request, timeout=1).close()  # noqa: S310
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")
