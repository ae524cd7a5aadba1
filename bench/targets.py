"""What we want to be true of a result, each as a sentence with the figures that decide it."""

from collections.abc import Iterable, Iterator

from bench import work
from bench.figures import figures
from bench.results import NGINX, Result, Run
from bench.search import page as search
from bench.verdict import Verdict

# Times the CPU of the bare Django view; queries
ARTICLE, LIST, STORED = 6.0, 8.0, 0.8
FLOOR = 2.0  # times nginx' own: it is to be near it, at some hundredths of a millisecond
ARTICLE_QUERIES, LIST_QUERIES = 4, 5
EVEN = 1.2  # what still counts as the same
LISTS = ("home", "column", "column, deep", "archive", "archive, deep", "region", "regions", "tag")
FROM_STORE = ("article, from the store", "home, from the store")
BY_NGINX = tuple(f"{kind} by nginx" for kind in FROM_STORE)
DEEP = {"column, deep": "column", "archive, deep": "archive"}
GROWING = "column, month"  # a month's page is the whole month: it grows with what was published


def verdicts(result: Result) -> list[Verdict]:
    """Every target, in the order of the page; of pages none where only search was measured."""
    if not any(run.pages for run in result.runs):
        return list(search.verdicts(result))
    return [
        _at_most("A page from the store", result, FROM_STORE, STORED),
        _at_floor(result),
        _at_most("An article", result, ("article",), ARTICLE),
        _at_most("Every list", result, LISTS, LIST),
        _queries("An article", result, ("article",), ARTICLE_QUERIES),
        _queries("A list", result, LISTS, LIST_QUERIES),
        _as_fast_when_large(result),
        _as_fast_when_deep(result),
        *work.verdicts(result),
        *search.verdicts(result),
    ]


def _at_most(what: str, result: Result, kinds: Iterable[str], most: float) -> Verdict:
    found = [(_dearer(run, kind), kind, run) for run in result.runs for kind in kinds]
    worst, kind, run = max(found, key=lambda one: one[0])
    sentence = f"{what} takes at most {most:g} × the CPU of the bare Django view"
    return Verdict(f"{sentence}; at most {worst:.2f} × ({_where(kind, run)})", worst <= most)


def _at_floor(result: Result) -> Verdict:
    """A file behind conditions, and logged, against one behind none."""
    pairs = [
        (run, kind, _cpu(run, kind) / _cpu(run, NGINX)) for run in result.runs for kind in BY_NGINX
    ]
    run, kind, worst = max(pairs, key=lambda one: one[2])
    sentence = f"The same by nginx takes at most {FLOOR:g} × the CPU of nginx with one file"
    return Verdict(f"{sentence}; at most {worst:.2f} × ({_where(kind, run)})", worst <= FLOOR)


def _cpu(run: Run, kind: str) -> float:
    return figures(run.line(kind), run).cpu


def _queries(what: str, result: Result, kinds: Iterable[str], most: int) -> Verdict:
    found = [(run.line(kind).queries or 0, kind, run) for run in result.runs for kind in kinds]
    worst, kind, run = max(found, key=lambda one: one[0])
    sentence = f"{what} makes at most {most} queries; at most {worst} ({_where(kind, run)})"
    return Verdict(sentence, worst <= most)


def _where(kind: str, run: Run) -> str:
    return f"{kind}, {run.engine}, {run.size:,} articles"


def _as_fast_when_large(result: Result) -> Verdict:
    sizes = sorted({run.size for run in result.runs})
    sentence = "100,000 articles are as fast as 2,000 (± 20 %)"
    if sizes[0] != 2_000 or sizes[-1] != 100_000:
        return Verdict(sentence, None)
    return _even(sentence, _grown(result, sizes[0], sizes[-1]))


def _grown(result: Result, small: int, large: int) -> Iterator[tuple[str, float]]:
    """By how much each kind of page takes longer in the large database, floors counted in."""
    by_place = {(run.engine, run.size): run for run in result.runs}
    for engine in dict.fromkeys(run.engine for run in result.runs):
        first, last = by_place[engine, small], by_place[engine, large]
        for page in first.pages:
            if page.kind != GROWING:
                ratio = _slower(last, page.kind) / _slower(first, page.kind)
                yield f"{page.kind}, {engine}", ratio


def _as_fast_when_deep(result: Result) -> Verdict:
    pairs = (
        (f"{deep}, {run.engine}, {run.size:,}", _slower(run, deep) / _slower(run, first))
        for run in result.runs
        for deep, first in DEEP.items()
    )
    return _even("A list's oldest page is as fast as its newest (± 20 %)", pairs)


def _even(sentence: str, pairs: Iterable[tuple[str, float]]) -> Verdict:
    """Faster is welcome; only slower counts."""
    where, worst = max(pairs, key=lambda pair: pair[1])
    return Verdict(f"{sentence}; at most {worst:.2f} × ({where})", worst <= EVEN)


def _dearer(run: Run, kind: str) -> float:
    return figures(run.line(kind), run).dearer


def _slower(run: Run, kind: str) -> float:
    return figures(run.line(kind), run).slower
