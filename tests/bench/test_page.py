"""What is made of figures: medians, ratios side by side, sentences, a page."""

from dataclasses import replace
from pathlib import Path

from bench import page, results, targets
from bench.figures import figures
from bench.inside.asking import KINDS
from bench.results import DJANGO, NGINX, WSGI, Line, Result, Run, Taken

OF_PAGES = 12  # targets, those of the worker and of loading behind them
OTHERS = 4
ALL_MET = [*[True] * (OF_PAGES - 1), None]  # of SQLite alone


def line(kind: str, *rates: float, cpu: float = 1.0) -> Line:
    return Line(kind, 12_000, None, [Taken(rate, 8, 20, cpu) for rate in rates])


def run(engine: str = "SQLite", size: int = 2_000, **rates: float) -> Run:
    """Every page at 300 a second where the floor makes 2,500, but for those named."""
    pages = [line(kind, rates.get(kind.replace(", ", "_"), 300)) for kind in KINDS]
    stored = [line(kind, 3_500, cpu=0.15) for kind in targets.FROM_STORE]
    stored += [line(kind, 30_000, cpu=0.02) for kind in targets.BY_NGINX]
    bare = [line(DJANGO, 2_500, cpu=0.2), line(WSGI, 4_000), line(NGINX, 20_000, cpu=0.01)]
    return Run(engine, size, 250, bare, [*stored, *pages], first_page=0.5, memory=90)


def but(whole: Run, kind: str, **more: float) -> Run:
    """One kind of page takes more. more: cpu of each round, or queries."""
    pages = [_with(one, **more) if one.kind == kind else one for one in whole.pages]
    return replace(whole, pages=pages)


def _with(one: Line, cpu: float | None = None, queries: float | None = None) -> Line:
    rounds = [replace(taken, cpu=taken.cpu if cpu is None else cpu) for taken in one.rounds]
    return replace(one, rounds=rounds, queries=one.queries if queries is None else int(queries))


def result(*runs: Run) -> Result:
    return Result("2025-03-01 10:00", {"processor": "two cores"}, list(runs))


def test_a_ratio_is_that_of_the_same_round() -> None:
    slow_round = replace(run(), floors=[line(DJANGO, 2_000, 1_000, 2_000)])
    found = figures(line("article", 200, 100, 400), slow_round)
    assert found.slower == 10
    assert (found.lowest, found.rate, found.highest) == (100, 200, 400)
    assert figures(line("article", 1, cpu=3), run()).dearer == 15


def test_a_result_is_read_as_it_was_kept(tmp_path: Path) -> None:
    result(run()).keep(tmp_path / "result.json")
    assert results.read(tmp_path / "result.json") == result(run())


def test_every_floor_and_page_is_a_row_of_the_table() -> None:
    rows = page.table(run()).splitlines()
    assert rows[0] == "### SQLite, 2,000 articles"
    assert len(rows) == 4 + 2 + 3 + 2 * len(targets.FROM_STORE) + len(KINDS)
    assert any(
        row.startswith("| article | 300 (300–300) | 8.0 | 20.0 | 1.00 |") and "| 8.33 |" in row
        for row in rows
    )


def test_the_page_tells_machine_date_and_targets() -> None:
    written = page.write(result(run()))
    assert "2025-03-01 10:00" in written
    assert "- processor: two cores" in written
    assert "SQLite 2,000 at 250/s" in written
    assert "at most 5.00 × (article, SQLite, 2,000 articles): met." in written


def met(found: Result) -> list[bool | None]:
    """Of the targets for pages; those for search come behind."""
    return [verdict.met for verdict in targets.verdicts(found)][:OF_PAGES]


def test_each_target_can_be_missed() -> None:
    large = run(size=100_000)
    assert met(result(run(), large)) == ALL_MET
    for number, missed in enumerate(
        (
            but(run(), "home, from the store", cpu=0.2),
            but(run(), "home, from the store by nginx", cpu=0.021),
            but(run(), "article", cpu=1.3),
            but(run(), "tag", cpu=1.7),
            but(run(), "article", queries=5),
            but(run(), "home", queries=6),
            run(home=400),
        )
    ):
        assert [n for n, one in enumerate(met(result(missed, large))) if one is False] == [number]
    deep = result(run(column_deep=220), run(size=100_000, column_deep=220))
    assert [n for n, one in enumerate(met(deep)) if one is False] == [OF_PAGES - OTHERS - 1]


def test_what_is_wanted_of_a_worker_and_of_loading_can_be_missed() -> None:
    whole, other = range(OTHERS), replace(run("PostgreSQL"), loaded=150)
    assert met(result(run(), other))[-OTHERS:] == [True] * OTHERS
    slow, fat = replace(run(), first_page=0.7), replace(run(), memory=101)
    for number, missed in enumerate((slow, fat, replace(run(), loaded=199))):
        assert met(result(missed, other))[-OTHERS:] == [n != number for n in whole]
    assert met(result(run(), replace(other, loaded=149)))[-1] is False


def test_what_was_not_measured_is_not_said_to_be_met() -> None:
    large, loaded = OF_PAGES - OTHERS - 2, OF_PAGES - 1
    assert [n for n, one in enumerate(met(result(run()))) if one is None] == [large, loaded]
    assert "not measured" in str(targets.verdicts(result(run()))[large])


def test_a_months_page_may_grow() -> None:
    assert met(result(run(), run(size=100_000, column_month=20))) == ALL_MET
