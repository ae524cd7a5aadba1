"""Who helps may be killed at any moment, and so may who is helped."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing import get_context
from typing import Any

import pytest

from bulletins.indexing import beside
from bulletins.indexing.beside import Maker, made
from bulletins.indexing.making import Said

LARGE = "x" * 1_000_000  # more than a pipe holds: whoever writes it waits for who reads it


class Slow(Maker):
    def __init__(self, delay: float = 0.0) -> None:
        super().__init__((), spelt=True)
        self.delay, self.here = delay, os.getpid()

    def make(self, said: Any) -> Any:
        time.sleep(0 if os.getpid() == self.here else self.delay)
        return [], [f"{said[0].edition} {os.getpid() == self.here} {LARGE}"]


def batches(many: int) -> Iterator[list[Said]]:
    return ([Said(n, [], [])] for n in range(many))


def helpers() -> list[int]:
    from multiprocessing import active_children

    return [one.pid for one in active_children() if one.pid]


@pytest.mark.parametrize("delay", [0.0, 30.0], ids=["while it answers", "while it works"])
def test_one_that_is_killed_is_done_without(monkeypatch: pytest.MonkeyPatch, delay: float) -> None:
    monkeypatch.setattr(beside, "PATIENCE", 0.2)
    with closing(made(_killing(delay), Slow(delay), apart=True)) as each:
        said = [tokens[0].split()[:2] for _, tokens in each]
    assert said == [[str(n), "True"] for n in range(8)]
    assert helpers() == []


def _killing(delay: float) -> Iterator[list[Said]]:
    for n, batch in enumerate(batches(8)):
        if n == 2:
            time.sleep(0.5)  # by now it has begun to write, or is at work
            for pid in helpers():
                os.kill(pid, signal.SIGKILL)
        yield batch


def test_helpers_of_who_is_killed_are_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though what they were told ends in the midst."""
    monkeypatch.setattr(beside, "PATIENCE", 0.1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(3))
    context = get_context("fork")
    there, here = context.Pipe(duplex=False)
    process = context.Process(target=_helped, args=(here.send,))
    process.start()
    pids = there.recv()
    assert len(pids) == 2
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    until = time.monotonic() + 5
    while left := [pid for pid in pids if _is_there(pid)]:
        assert time.monotonic() < until, left
        time.sleep(0.05)


def _helped(tell: Callable[[list[int]], None]) -> None:
    with beside._helpers(Slow()) as both:
        for one in both:  # the head of a message that never comes
            os.write(one.asked._writer.fileno(), (1_000_000).to_bytes(4, "big") + b"x" * 10)
        time.sleep(0.3)
        tell(helpers())
        time.sleep(30)


def _is_there(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
