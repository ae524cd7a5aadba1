"""A result as the page docs/benchmarks.md, and as lines for the terminal."""

from collections.abc import Iterator
from pathlib import Path

from bench.figures import figures
from bench.results import Line, Result, Run
from bench.search import page as search
from bench.targets import verdicts

WORDS = Path(__file__).with_name("page.md")
HEAD = (
    "| | requests/s (lowest–highest) | p50 ms | p99 ms | CPU ms | queries | "
    "× by requests/s | × by CPU | KB |"
)
RULE = "|---|--:|--:|--:|--:|--:|--:|--:|--:|"


def write(result: Result) -> str:
    """The whole page."""
    return WORDS.read_text(encoding="utf-8").format(
        date=result.date,
        machine="\n".join(f"- {name}: {said}" for name, said in result.machine.items()),
        targets="\n".join(f"- {verdict}" for verdict in verdicts(result)),
        loading=_loading(result),
        tables=figures_of(result),
    )


def figures_of(result: Result) -> str:
    """What was measured of pages, then of search, as tables."""
    pages = [table(run) for run in result.runs if run.pages]
    found = [search.tables(result)] if any(run.search for run in result.runs) else []
    return "\n\n".join([*pages, *found])


def table(run: Run) -> str:
    """The floors, then every kind of page."""
    rows = [_row(line, run) for line in (*run.floors, *run.pages)]
    title = f"### {run.engine}, {run.size:,} articles"
    return "\n".join([title, "", HEAD, RULE, *rows, *_worker(run)])


def _worker(run: Run) -> list[str]:
    if run.first_page is None or run.memory is None:
        return []
    said = (
        f"First page {run.first_page:.2f} s after a cold start; a worker holds {run.memory:.0f} MB."
    )
    return ["", said]


def _row(line: Line, run: Run) -> str:
    found = figures(line, run)
    cells = [
        line.kind,
        f"{found.rate:,.0f} ({found.lowest:,.0f}–{found.highest:,.0f})",
        f"{found.p50:.1f}",
        f"{found.p99:.1f}",
        f"{found.cpu:.2f}",
        "" if line.queries is None else str(line.queries),
        f"{found.slower:.2f}",
        f"{found.dearer:.2f}",
        f"{line.bytes / 1000:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


def _loading(result: Result) -> str:
    return "; ".join(_loaded(result))


def _loaded(result: Result) -> Iterator[str]:
    for run in result.runs:
        yield f"{run.engine} {run.size:,} at {run.loaded:.0f}/s"
