"""Rounds: in each one, everything that is asked for has its turn."""

from dataclasses import dataclass, field
from pathlib import Path

from bench import cpu, wrk
from bench.results import Line, Taken
from bench.servers import Server
from bench.tools import Tools
from bench.wishes import Wishes

WARM_UP = 1  # second


@dataclass
class Asked:
    """What is asked of one server. pids: whose CPU time counts."""

    kind: str
    server: Server
    addresses: list[str]
    pids: tuple[int, ...]
    bytes: int
    queries: int | None = None
    taken: list[Taken] = field(default_factory=list)

    def line(self) -> Line:
        return Line(self.kind, self.bytes, self.queries, self.taken)


def ask(all_asked: list[Asked], wishes: Wishes, tools: Tools, folder: Path) -> None:
    """Ask for each once to warm up, then in rounds. folder: for what wrk reads."""
    for asked in all_asked:
        _good(asked, WARM_UP, tools, folder)
    for number in range(wishes.rounds):
        for asked in all_asked:
            taken = _spell(asked, wishes.seconds, tools, folder)
            asked.taken.append(taken)
            said = f"{taken.rate:8.0f} 次/秒  CPU {taken.cpu:6.2f} ms"
            print(f"  第 {number + 1} 轮  {asked.kind:18}{said}", flush=True)


def _spell(asked: Asked, seconds: int, tools: Tools, folder: Path) -> Taken:
    before = cpu.seconds_of(*asked.pids)
    found = _good(asked, seconds, tools, folder)
    used = cpu.seconds_of(*asked.pids) - before
    if not found.requests:
        raise SystemExit(f"{asked.kind}：{seconds} 秒内没有一次回答，测量停止")
    rate = found.requests / found.seconds
    return Taken(round(rate, 1), found.p50, found.p99, round(used * 1000 / found.requests, 3))


def _good(asked: Asked, seconds: int, tools: Tools, folder: Path) -> wrk.Spell:
    """A spell in which every answer was 200; anything else ends the bench."""
    found = wrk.ask(tools.wrk, asked.server.address, asked.addresses, seconds, folder)
    if found.bad:
        raise SystemExit(f"{asked.kind}：{found.bad} 次回答不是 200 或连接中断，测量停止")
    return found
