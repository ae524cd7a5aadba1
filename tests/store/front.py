"""The real nginx, started with our configuration, in front of an app that says "DJANGO"."""

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.serving import ROOT

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
AROUND = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/lantai.conf;
}}
"""


@dataclass(frozen=True)
class Told:
    """headers: by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_from_app(self) -> bool:
        return self.body == b"DJANGO" or self.headers.get("x-app") == "1"


class App(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("X-App", "1")
        self.send_header("Content-Length", "6")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(b"DJANGO")

    do_POST = do_HEAD = do_GET  # noqa: N815  as http.server calls them

    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Front:
    port: int

    def ask(self, target: str = "/", method: str = "GET", **headers: str) -> Told:
        """target: as it stands in the request line, byte for byte."""
        said = {"Host": "www.example.cn", "Connection": "close"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        lines = [
            f"{method} {target} HTTP/1.1",
            *(f"{name}: {value}" for name, value in said.items()),
        ]
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
            data = b"".join(iter(lambda: line.recv(65536), b""))
        head, _, body = data.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        found = (one.partition(":") for one in rest)
        return Told(int(first.split()[1]), {a.lower(): b.strip() for a, _, b in found}, body)


@contextmanager
def nginx(folder: Path, store: Path) -> Iterator[Front]:
    app = ThreadingHTTPServer(("127.0.0.1", 0), App)
    threading.Thread(target=app.serve_forever, daemon=True).start()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = _start(folder, store, port, app.server_port)
    try:
        yield Front(port)
    finally:
        process.terminate()
        process.wait(10)
        app.shutdown()
        app.server_close()


def _start(folder: Path, store: Path, port: int, app: int) -> "subprocess.Popen[bytes]":
    said = (ROOT / "deploy" / "nginx.conf").read_text()
    for ours, theirs in {
        "/srv/lantai/pages": str(store),
        "/srv/lantai;": f"{folder};",
        "listen 80": f"listen 127.0.0.1:{port}",
        "127.0.0.1:8000": f"127.0.0.1:{app}",
        "/var/log/nginx/": f"{folder}/",
    }.items():
        assert ours in said, ours
        said = said.replace(ours, theirs)
    (folder / "lantai.conf").write_text(said)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder))
    assert NGINX
    command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", "stderr"]
    process = subprocess.Popen(command)
    for _ in range(100):
        assert process.poll() is None, "nginx did not start: its words are in the captured output"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx did not answer")
