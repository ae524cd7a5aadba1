"""Search on one store: its index made anew, then every question, in a process and as a page."""

from http.client import HTTPConnection
from random import Random
from time import perf_counter
from urllib.parse import urlencode

from bench import cores, site
from bench.search.questions import questions
from bench.search.results import Asked, Index, Search
from bench.servers import Server, free_port, gunicorn, serving
from bench.stores import Store
from bench.wishes import Wishes

PATIENCE = 60  # seconds
WARM_UP = 12  # answers that do not count


def measure(store: Store, wishes: Wishes) -> Search:
    """The index first: a kept database may have been made by another code."""
    port = free_port()
    environment = site.environment(store.url, store.data, port)
    print(f"  {store.engine}：重建索引……", flush=True)
    index = Index(**site.tell("indexing", environment))
    print(f"  {index.rate:.0f} 篇/秒，索引是文本的 {index.ratio:.1f} 倍；检索……", flush=True)
    found = site.tell("searching", environment, wishes.rounds)
    if store.server:
        cores.keep(store.server, cores.SERVER)
    with serving(gunicorn("config.wsgi", port), port, environment) as lantai:
        pages = _pages(lantai, wishes.rounds)
    return Search(index, [Asked(kind, page=pages[kind], **said) for kind, said in found.items()])


def _pages(server: Server, rounds: int) -> dict[str, list[float]]:
    """One reader, one question after another. One answer that is not 200 ends the bench."""
    asked = questions()
    each = [(kind, typed) for kind, some in asked.items() for typed in some]
    taken: dict[str, list[float]] = {kind: [] for kind in asked}
    for _, typed in each[:WARM_UP]:
        _page(server, typed)
    for number in range(rounds):
        Random(f"page {number}").shuffle(each)  # noqa: S311  repeatable is what it must be
        for kind, typed in each:
            taken[kind].append(_page(server, typed))
    return taken


def _page(server: Server, typed: str) -> float:
    """Milliseconds until the whole page is there."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    begun = perf_counter()
    connection.request("GET", f"/search/?{urlencode({'q': typed})}")
    answer = connection.getresponse()
    answer.read()
    took = perf_counter() - begun
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"检索“{typed}”返回 {answer.status}，测量停止")
    return round(took * 1000, 2)
