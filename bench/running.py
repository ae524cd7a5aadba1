"""The bench itself: every store in turn, its pages and the floors side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import cores, kept, machine, site, stores, worker
from bench.floors.running import floors
from bench.results import Result, Run
from bench.rounds import Asked, ask
from bench.search.measuring import measure as measure_search
from bench.servers import free_port, gunicorn, serving
from bench.stored import OFF, stored
from bench.stores import Store
from bench.tools import Tools
from bench.wishes import Wishes


def measure(wishes: Wishes, tools: Tools) -> Result:
    """Load what is not loaded yet, then ask; a page that is not answered with 200 ends it all."""
    folder = kept.place(wishes.folder)
    about = machine.describe(tools)
    runs = []
    for opened in (stores.sqlite(folder, wishes), stores.postgresql(folder, wishes, tools)):
        with opened as found:
            runs += [_run(store, wishes, tools) for store in found]
    about["load"] += f", at the end {machine.load()}"
    return Result(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}", about, runs)


def _run(store: Store, wishes: Wishes, tools: Tools) -> Run:
    print(f"{store.engine}，{store.size} 篇", flush=True)
    search = measure_search(store, wishes) if wishes.search else None
    run = Run(store.engine, store.size, round(store.rate, 1), [], [], search)
    return _with_pages(run, store, wishes, tools) if wishes.pages else run


def _with_pages(run: Run, store: Store, wishes: Wishes, tools: Tools) -> Run:
    """The floors and the pages; then what it takes to start, and what workers weigh."""
    with TemporaryDirectory(prefix="lantai-bench-") as name:
        folder = Path(name)
        with (
            _pages(store) as made,
            _bare(made[0], tools, folder) as bare,
            stored(store, made, tools, folder) as kept_pages,
        ):
            pages = [*kept_pages, *made]
            ask(bare + pages, wishes, tools, folder)
            addresses = [address for one in made for address in one.addresses]
    return replace(
        run,
        floors=[one.line() for one in bare],
        pages=[one.line() for one in pages],
        first_page=worker.first_page(store, addresses[0]),
        memory=worker.memory(store, addresses),
    )


@contextmanager
def _pages(store: Store) -> Iterator[list[Asked]]:
    """Every kind of page, made for each who asks; site and database stay on their core."""
    port = free_port()
    environment = site.environment(store.url, store.data, port) | OFF
    told = site.tell("asking", environment)
    if store.server:
        cores.keep(store.server, cores.SERVER)
    with serving(gunicorn("config.wsgi", port), port, environment) as lantai:
        pids = (lantai.pid, store.server) if store.server else (lantai.pid,)
        yield [Asked(kind, lantai, pids=pids, **said) for kind, said in told.items()]


@contextmanager
def _bare(page: Asked, tools: Tools, folder: Path) -> Iterator[list[Asked]]:
    """The floors, with the body of that page."""
    body = page.server.body(page.addresses[0])
    with floors(tools, folder, body) as running:
        yield [Asked(kind, one, ["/"], (one.pid,), len(body)) for kind, one in running.items()]
