"""What is looked for in the bench, and what is made of how long it took."""

from dataclasses import replace
from pathlib import Path

from bench import articles, page, results, targets
from bench.results import Result, Run
from bench.search.page import tables, verdicts
from bench.search.questions import EACH, questions
from bench.search.results import Asked, Index, Search, p95

INDEX = Index(2_000, 5.0, 4.0, 62_000, 50_000_000, 25_000_000, 40.5, 30.1)


def searched(*taken: float, index: Index = INDEX) -> Search:
    spent = list(taken)
    return Search(index, [Asked("rare", spent, spent, spent, 0, 12)])


def run(engine: str, search: Search | None, size: int = 2_000) -> Run:
    return Run(engine, size, 250, [], [], search)


def result(*runs: Run) -> Result:
    return Result("2026-03-01 10:00", {"processor": "two cores"}, list(runs))


def met(*runs: Run) -> list[bool | None]:
    return [verdict.met for verdict in verdicts(result(*runs))]


def test_there_are_eight_questions_of_every_kind_the_same_every_time() -> None:
    asked = questions()
    assert len(asked) >= 12
    assert {len(some) for some in asked.values()} == {EACH}
    assert asked == questions()


def test_a_rare_pair_and_a_sentence_stand_in_an_article() -> None:
    whole = "\n".join(
        f"{part['name']} {section['body']}"
        for n in range(2_000)
        for part in articles.article(n, 2_000)["regions"]
        for section in part["sections"]
    )
    asked = questions()
    assert all(sentence in whole for sentence in asked["whole sentence"])
    assert all(pair.split()[1] in whole for pair in asked["rare pair"])


def test_nineteen_of_twenty_answers_are_within_p95() -> None:
    assert p95([float(n) for n in range(1, 101)]) == 96
    assert p95([5.0]) == 5


def test_a_search_is_read_as_it_was_kept(tmp_path: Path) -> None:
    whole = result(run("SQLite", searched(1, 2, 3)), run("PostgreSQL", None))
    whole.keep(tmp_path / "result.json")
    assert results.read(tmp_path / "result.json") == whole


def test_every_kind_and_all_of_them_are_rows() -> None:
    rows = tables(result(run("SQLite", searched(1, 2, 3)))).splitlines()
    assert "| SQLite, 2,000 articles | 62,000 | 400 | 2.0 | 2.00 | 40.5 | 30.1 |" in rows
    assert "| rare | 12 | 2.0 | 3.0 | 3.0 | 3.0 | 2.0 | 3.0 | 3.0 |" in rows
    assert rows[-1].startswith("| all |")


def test_each_target_of_search_can_be_missed() -> None:
    good = run("SQLite", searched(*[10.0] * 20)), run("PostgreSQL", searched(*[90.0] * 20))
    assert met(*good) == [True] * 5
    assert met(run("SQLite", searched(51)), good[1])[0] is False
    assert met(good[0], run("PostgreSQL", searched(101)))[1] is False
    slow = searched(10, index=replace(INDEX, seconds=7.0))
    assert met(run("SQLite", slow), good[1])[2] is False
    large = searched(10, index=replace(INDEX, index=76_000_000))
    assert met(run("SQLite", large), good[1])[4] is False
    heavy = searched(10, index=replace(INDEX, release=61.0))
    assert met(run("SQLite", heavy), good[1])[3] is False


def test_the_worst_database_decides() -> None:
    runs = run("SQLite", searched(10)), run("SQLite", searched(70), size=100_000)
    first, second, *_ = verdicts(result(*runs))
    assert "70 ms (SQLite, 100,000 articles): **not met**" in str(first)
    assert second.met is None


def test_where_only_search_was_measured_nothing_is_said_of_pages() -> None:
    whole = result(run("SQLite", searched(10)))
    assert len(targets.verdicts(whole)) == 5
    assert page.figures_of(whole).startswith("### Search")
