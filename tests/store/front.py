"""The real nginx, started with our configuration, in front of an app that says "DJANGO"."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.nginx import edited, free_port, running
from tests.serving import ROOT


@dataclass(frozen=True)
class Told:
    """headers: by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_from_app(self) -> bool:
        return self.body == b"DJANGO" or self.headers.get("x-app") == "1"


TRUSTING = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the certificate is one of our own
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE


def _certify(folder: Path) -> None:
    kind = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    kind += " -subj /CN=www.example.cn -addext subjectAltName=DNS:www.example.cn"
    files = ["-keyout", f"{folder}/lantai.key", "-out", f"{folder}/lantai.crt"]
    made = ["openssl", "req", "-x509", *kind.split(), *files]
    subprocess.run(made, check=True, capture_output=True)


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
    """port: of https."""

    port: int
    http_port: int
    app: ThreadingHTTPServer

    def ask(
        self, target: str = "/", method: str = "GET", *, is_secure: bool = True, **headers: str
    ) -> Told:
        """target: as it stands in the request line, byte for byte."""
        said = {"Host": "www.example.cn", "Connection": "close"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        lines = [
            f"{method} {target} HTTP/1.1",
            *(f"{name}: {value}" for name, value in said.items()),
        ]
        with self._line(is_secure) as line:
            line.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
            data = b"".join(iter(lambda: line.recv(65536), b""))
        head, _, body = data.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        found = (one.partition(":") for one in rest)
        return Told(int(first.split()[1]), {a.lower(): b.strip() for a, _, b in found}, body)

    def _line(self, is_secure: bool) -> socket.socket:
        port = self.port if is_secure else self.http_port
        line = socket.create_connection(("127.0.0.1", port), timeout=10)
        return TRUSTING.wrap_socket(line) if is_secure else line


@contextmanager
def nginx(folder: Path, store: Path) -> Iterator[Front]:
    app = ThreadingHTTPServer(("127.0.0.1", 0), App)
    threading.Thread(target=app.serve_forever, daemon=True).start()
    port, http_port = free_port(), free_port()
    _certify(folder)
    changes = {
        "/srv/lantai/pages": str(store),
        "/srv/lantai;": f"{folder};",
        "listen 80": f"listen 127.0.0.1:{http_port}",
        "listen 443": f"listen 127.0.0.1:{port}",
        "/etc/ssl/": f"{folder}/",
        "127.0.0.1:8000": f"127.0.0.1:{app.server_port}",
        "/var/log/nginx/": f"{folder}/",
        " buffer=32k flush=5s": "",  # the log is read at once
    }
    (folder / "lantai.conf").write_text(edited(ROOT / "deploy" / "nginx.conf", changes))
    try:
        with running(folder, [folder / "lantai.conf"], port):
            yield Front(port, http_port, app)
    finally:
        app.shutdown()
        app.server_close()
