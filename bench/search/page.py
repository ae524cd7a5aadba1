"""What was measured of search, as tables and sentences."""

from collections.abc import Callable, Iterable, Iterator

from bench.results import Result, Run
from bench.search.results import Asked, Index, Search, cells, p95
from bench.verdict import Verdict

ASKED = (
    "| | queries | p50 ms | p95 ms | longest | CPU p95 | page p50 ms | page p95 ms | longest |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
)
INDEXES = (
    "| | passages | made, articles/s | CPU ms each | index ÷ text | release, ms | without, ms |",
    "|---|--:|--:|--:|--:|--:|--:|",
)
MOST = {"SQLite": 50.0, "PostgreSQL": 100.0}  # milliseconds that 19 of 20 answers keep
LEAST_RATE, MOST_RATIO, MOST_RELEASE = 300, 3.0, 60


def tables(result: Result) -> str:
    """The indexes, then how long each kind of question takes on each database."""
    measured = list(_measured(result))
    rows = [_index(run, search.index) for run, search in measured]
    each = (_table(run, search) for run, search in measured)
    return "\n\n".join(["### Search", "\n".join([*INDEXES, *rows]), *each])


def verdicts(result: Result) -> Iterator[Verdict]:
    """What we want of search; at its worst."""
    measured = list(_measured(result))
    for engine, most in MOST.items():
        found = ((p95(search.whole.found), run) for run, search in measured if run.engine == engine)
        sentence = f"On {engine} 19 of 20 answers of search take at most {most:.0f} ms"
        yield _judged(sentence, "{:.0f} ms", max(found, default=None, key=_first), most.__ge__)
    rate = min(((one.index.rate, run) for run, one in measured), default=None, key=_first)
    sentence = f"A rebuild takes in at least {LEAST_RATE} articles a second"
    yield _judged(sentence, "{:.0f}", rate, lambda rate: rate >= LEAST_RATE)
    release = max(((one.index.release, run) for run, one in measured), default=None, key=_first)
    sentence = f"A release of 24 sections takes at most {MOST_RELEASE} ms"
    yield _judged(sentence, "{:.0f} ms", release, lambda taken: taken <= MOST_RELEASE)
    ratio = max(((one.index.ratio, run) for run, one in measured), default=None, key=_first)
    sentence = f"The index is at most {MOST_RATIO:.0f} × the text"
    yield _judged(sentence, "{:.1f} ×", ratio, lambda ratio: ratio <= MOST_RATIO)


def _measured(result: Result) -> Iterable[tuple[Run, Search]]:
    return ((run, run.search) for run in result.runs if run.search)


def _first(pair: tuple[float, Run]) -> float:
    return pair[0]


def _judged(
    sentence: str, shape: str, found: tuple[float, Run] | None, good: Callable[[float], bool]
) -> Verdict:
    if found is None:
        return Verdict(sentence, None)
    value, run = found
    said = f"{shape.format(value)} ({run.engine}, {run.size:,} articles)"
    return Verdict(f"{sentence}; {said}", good(value))


def _index(run: Run, index: Index) -> str:
    cpu = f"{index.cpu * 1000 / index.articles:.1f}"
    said = (f"{index.passages:,}", f"{index.rate:.0f}", cpu, f"{index.ratio:.2f}")
    release = (f"{index.release:.1f}", f"{index.release_without:.1f}")
    return _row(f"{run.engine}, {run.size:,} articles", *said, *release)


def _table(run: Run, search: Search) -> str:
    rows = [_line(one) for one in (*search.asked, search.whole)]
    return "\n".join([f"#### {run.engine}, {run.size:,} articles", "", *ASKED, *rows])


def _line(asked: Asked) -> str:
    cpu = f"{p95(asked.cpu):.1f}"
    return _row(asked.kind, str(asked.queries), *cells(asked.found), cpu, *cells(asked.page))


def _row(*said: str) -> str:
    return f"| {' | '.join(said)} |"
