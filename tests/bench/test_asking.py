"""What is read off the programs that ask, and off the kernel that counts."""

import os
from pathlib import Path

import pytest

from bench import cpu, tools, wishes, wrk
from bench.cpu import Process
from bench.floors import nginx

TOLD = """Running 2s test @ http://127.0.0.1:8000
  1 threads and 8 connections
Requests/sec:    119.83
LANTAI {"requests": 240, "seconds": 2.003, "bytes": 1200, "p50": 66.1, "p99": 90.5, "bad": 1}
"""


def test_a_spell_is_read_off_what_wrk_prints() -> None:
    found = wrk.read(TOLD)
    assert (found.requests, found.seconds, found.p99, found.bad) == (240, 2.003, 90.5, 1)


def test_a_wrk_that_printed_no_figures_is_a_failure() -> None:
    with pytest.raises(SystemExit, match="unable to connect"):
        wrk.read("", "unable to connect to 127.0.0.1:8000")


def test_a_process_counts_with_its_children_that_ended() -> None:
    stat = "71 (a ) b) S 1 71 71 0 -1 4194560 9 9 0 0 120 30 7 3 20 0 8 0 100"
    assert cpu.read_stat(stat) == Process(71, 1, 160)


def test_a_family_is_everybody_below() -> None:
    running = [Process(1, 0, 9), Process(5, 1, 1), Process(6, 5, 2), Process(7, 6, 4)]
    assert {one.pid for one in cpu.family(running, (5,))} == {5, 6, 7}


def test_this_process_has_used_some_time() -> None:
    assert cpu.seconds_of(os.getpid()) > 0


def test_a_quick_run_asks_for_two_thousand_articles() -> None:
    quick, whole = wishes.read({"QUICK": "1"}), wishes.read({})
    assert quick.sizes == (2_000,)
    assert whole.sizes == (2_000, 20_000, 100_000)
    assert quick.result != whole.result


def test_pages_or_search_alone_leave_the_page_alone() -> None:
    for said, kinds in (("PAGES", (True, False)), ("SEARCH", (False, True)), ("", (True, True))):
        found = wishes.read({said: "1"})
        assert (found.pages, found.search) == kinds
        assert found.whole == (not said)


@pytest.mark.parametrize("said", ["x", "2000,", "1999", "２０００"])
def test_sizes_that_cannot_be_are_named(said: str) -> None:
    with pytest.raises(SystemExit, match=f"SIZES={said}"):
        wishes.read({"SIZES": said})


def test_missing_programs_are_named_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("config.testing.postgres.find_binaries", lambda: None)
    with pytest.raises(SystemExit, match=r"apt install wrk .*postgresql"):
        tools.find()


def test_the_front_is_what_we_ship_without_https(tmp_path: Path) -> None:
    command = nginx.front("nginx", tmp_path, tmp_path / "kept", 8123)
    lines = Path(command[command.index("-c") + 1]).read_text().splitlines()
    said = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    assert "listen 127.0.0.1:8123;" in said
    assert f"root {tmp_path}/kept/plain;" in said
    assert f"if (-f {tmp_path}/kept/beats/$lantai_second)" in said
    for left in ("ssl", "return 301", "/srv/lantai/pages", "www.example.cn", "/var/log"):
        assert left not in said
