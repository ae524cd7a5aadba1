"""What is wanted besides pages: start, memory, how fast an old site moves in."""

from collections.abc import Iterable, Iterator

from bench.results import Result, Run
from bench.verdict import Verdict

FIRST_PAGE, MEMORY = 0.6, 100.0  # seconds; MB
LOADED = {"SQLite": 200, "PostgreSQL": 150}  # articles a second


def verdicts(result: Result) -> Iterator[Verdict]:
    """In seconds and MB of the machine that ran it."""
    yield _first_page(result)
    yield _memory(result)
    for engine, least in LOADED.items():
        yield _loaded(result, engine, least)


def _first_page(result: Result) -> Verdict:
    """In seconds of this machine, as memory is in its MB."""
    sentence = f"The first page comes at most {FIRST_PAGE:g} s after a cold start"
    return _worst(sentence, " s", FIRST_PAGE, [(run.first_page, run) for run in result.runs])


def _memory(result: Result) -> Verdict:
    sentence = f"A worker holds at most {MEMORY:g} MB (PSS) when every kind of page was asked for"
    return _worst(sentence, " MB", MEMORY, [(run.memory, run) for run in result.runs])


def _worst(
    sentence: str, unit: str, most: float, found: Iterable[tuple[float | None, Run]]
) -> Verdict:
    known = [(value, run) for value, run in found if value is not None]
    if not known:
        return Verdict(sentence, None)
    worst, run = max(known, key=lambda one: one[0])
    where = f"{run.engine}, {run.size:,} articles"
    return Verdict(f"{sentence}; at most {worst:g}{unit} ({where})", worst <= most)


def _loaded(result: Result, engine: str, least: int) -> Verdict:
    """Of the smallest database: while a large one is loaded, much else may run."""
    sentence = f"{engine} takes in and releases at least {least} articles a second"
    runs = [run for run in result.runs if run.engine == engine]
    if not runs:
        return Verdict(sentence, None)
    run = min(runs, key=lambda one: one.size)
    said = f"{sentence}; {run.loaded:.0f}/s ({run.size:,} articles, as they were loaded)"
    return Verdict(said, run.loaded >= least)
