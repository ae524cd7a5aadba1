"""All three floors, running beside the site that they are compared with."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.floors import nginx
from bench.results import DJANGO, NGINX, WSGI
from bench.servers import Server, free_port, gunicorn, serving
from bench.tools import Tools


@contextmanager
def floors(tools: Tools, folder: Path, body: bytes) -> Iterator[dict[str, Server]]:
    """Each serves the same body. folder: an empty one."""
    file = folder / "body"
    file.write_bytes(body)
    environment = os.environ | {"BENCH_BODY": str(file)}
    with ExitStack() as running:

        def start(command: list[str], port: int) -> Server:
            return running.enter_context(serving(command, port, environment))

        django, wsgi, disk = free_port(), free_port(), free_port()
        yield {
            DJANGO: start(gunicorn("bench.floors.django_view", django), django),
            WSGI: start(gunicorn("bench.floors.wsgi", wsgi), wsgi),
            NGINX: start(nginx.command(tools.nginx, folder, body, disk), disk),
        }
