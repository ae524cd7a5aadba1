"""What was measured, as it is kept in JSON; nothing in it is computed yet."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.search.results import Search
from bench.search.results import read as read_search

DJANGO, WSGI, NGINX = "bare Django view", "bare WSGI", "nginx, from disk"


@dataclass(frozen=True)
class Taken:
    """One spell: requests a second, milliseconds, and CPU milliseconds a request."""

    rate: float
    p50: float
    p99: float
    cpu: float


@dataclass(frozen=True)
class Line:
    """One kind of page, or one floor, over all rounds; floors make no queries."""

    kind: str
    bytes: int
    queries: int | None
    rounds: list[Taken]


@dataclass(frozen=True)
class Run:
    """One database on one engine, and the floors that were asked between its pages.

    loaded: articles a second. first_page: seconds from a cold start to it. memory: MB that a
    worker holds when every kind of page was asked for.
    """

    engine: str
    size: int
    loaded: float
    floors: list[Line]
    pages: list[Line]
    search: Search | None = None
    first_page: float | None = None
    memory: float | None = None

    def line(self, kind: str) -> Line:
        return next(one for one in (*self.floors, *self.pages) if one.kind == kind)


@dataclass(frozen=True)
class Result:
    """A whole bench. machine: what it ran on, by name."""

    date: str
    machine: dict[str, str]
    runs: list[Run]

    def keep(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1))


def read(path: Path) -> Result:
    """A result that was kept."""
    said = json.loads(path.read_text())
    return Result(said["date"], said["machine"], [_run(one) for one in said["runs"]])


def _run(said: dict[str, Any]) -> Run:
    lines = {name: [_line(one) for one in said[name]] for name in ("floors", "pages")}
    found = said.get("search")
    return Run(**{**said, **lines, "search": read_search(found) if found else None})


def _line(said: dict[str, Any]) -> Line:
    return Line(**{**said, "rounds": [Taken(**one) for one in said["rounds"]]})
