"""The same pages from the page store: the app with its poller, asked for what it keeps."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import cores, site
from bench.floors import nginx
from bench.rounds import Asked
from bench.servers import Server, ended, free_port, gunicorn, serving
from bench.stores import Store
from bench.tools import Tools

KINDS = ("article", "home")
STORED, BY_NGINX = "{}, from the store", "{}, from the store by nginx"
OFF = {"PAGE_STORE_MB": "0"}
PATIENCE = 60  # seconds until the poller must have given a sign of life


@contextmanager
def stored(
    store: Store, pages: Sequence[Asked], tools: Tools, folder: Path
) -> Iterator[list[Asked]]:
    """pages: as they were asked of the app without a store. folder: for the store's own."""
    port, kept = free_port(), folder / "pages-stored"
    own = {"PAGE_STORE": str(kept), "PAGE_STORE_MB": "1000"}
    environment = site.environment(store.url, store.data, port) | own
    with (
        _poller(environment, kept),
        serving(gunicorn("config.wsgi", port), port, environment) as lantai,
    ):
        wanted = [page for page in pages if page.kind in KINDS]
        by_app = [_filled(page, lantai, store) for page in wanted]
        with _front(tools, folder, kept) as front:
            yield by_app + [_by_nginx(page, front) for page in wanted]


@contextmanager
def _front(tools: Tools, folder: Path, kept: Path) -> Iterator[Server]:
    port, own = free_port(), folder / "front"
    own.mkdir()
    command = nginx.front(tools.nginx, own, kept, port)
    with serving(command, port) as server:
        yield server


def _filled(page: Asked, lantai: Server, store: Store) -> Asked:
    """Each address is asked once before it counts."""
    for address in page.addresses:
        lantai.body(address)
    pids = (lantai.pid, store.server) if store.server else (lantai.pid,)
    return Asked(STORED.format(page.kind), lantai, page.addresses, pids, page.bytes, 0)


def _by_nginx(page: Asked, front: Server) -> Asked:
    """It asks the app for nothing: where that would be asked, nobody answers."""
    return Asked(BY_NGINX.format(page.kind), front, page.addresses, (front.pid,), page.bytes, 0)


@contextmanager
def _poller(environment: Mapping[str, str], folder: Path) -> Iterator[None]:
    command = cores.on(cores.CLIENT, [sys.executable, "manage.py", "keep_pages"])
    process = subprocess.Popen(command, env=environment)
    try:
        until = time.monotonic() + PATIENCE
        while not list((folder / "beats").glob("*")):
            if process.poll() is not None or time.monotonic() > until:
                raise SystemExit("页面库的看护进程没有起来（原因见上），测量停止")
            time.sleep(0.1)
        yield
    finally:
        ended(process)
