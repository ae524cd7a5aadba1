"""How long search takes to answer, in the process of a worker that has answered before."""

import gc
from random import Random
from time import perf_counter, process_time
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.search.questions import questions
from bulletins.search.finding import find
from bulletins.search.query import known_at, understand
from bulletins.search.results import Results

WARM_UP = (
    "网络安全 -检查",
    "地区:天津 年:2022 网络",
    "guizhou",
    "栏目:通知公告",
    "没有这句话 量子",
)


def main(rounds: str) -> dict[str, Any]:
    """For each kind of question: milliseconds, those of this process's CPU, the most queries of an
    answer, and how often there is nothing.
    """
    call_command("collectstatic", interactive=False, verbosity=0)  # pages are asked for after this
    for typed in WARM_UP:
        ask(typed)
    gc.freeze()  # as workers do after they have started
    asked = questions()
    found: dict[str, Any] = {
        kind: {"found": [], "cpu": [], "nothing": 0, "queries": 0} for kind in asked
    }
    for number in range(int(rounds)):
        for kind, typed in _shuffled(asked, number):
            for name, taken in zip(("found", "cpu"), _taken(typed), strict=True):
                found[kind][name].append(round(taken * 1000, 2))
    for kind, typed in _shuffled(asked, 0):
        queries, nothing = _looked_at(typed)
        found[kind]["queries"] = max(found[kind]["queries"], queries)
        found[kind]["nothing"] += nothing
    return found


def ask(typed: str) -> Results:
    """As the page does: understood, found, with ten groups and facets."""
    now = timezone.now()
    return find(understand(typed, known_at(now)), now=now)


def _shuffled(asked: dict[str, list[str]], number: int) -> list[tuple[str, str]]:
    pairs = [(kind, typed) for kind, some in asked.items() for typed in some]
    Random(f"round {number}").shuffle(pairs)  # noqa: S311  repeatable is what it must be
    return pairs


def _taken(typed: str) -> tuple[float, float]:
    """Seconds that pass, and that this process works."""
    begun, idle = perf_counter(), process_time()
    ask(typed)
    return perf_counter() - begun, process_time() - idle


def _looked_at(typed: str) -> tuple[int, bool]:
    """How many queries it takes, and whether nothing was found."""
    with CaptureQueriesContext(connection) as queries:
        results = ask(typed)
    return len(queries), not results.groups
