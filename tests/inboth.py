"""A server that has each page in two forms, which may not be the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread


@contextmanager
def server(forms: dict[str, tuple[int, str, bytes]]) -> Iterator[tuple[int, list[dict[str, str]]]]:
    """Its port, and what it is asked. forms: status, encoding and body by what the reader takes."""
    asked: list[dict[str, str]] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(dict(self.headers.items()))
            status, encoding, body = forms[self.headers["Accept-Encoding"]]
            self.send_response(status)
            self.send_header("Content-Encoding", encoding)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    running = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield running.server_port, asked
    finally:
        running.shutdown()
        running.server_close()
