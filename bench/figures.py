"""From rounds to figures: medians, and ratios of what was measured side by side."""

from dataclasses import dataclass
from statistics import median

from bench.results import DJANGO, Line, Run


@dataclass(frozen=True)
class Figures:
    """Medians over the rounds. slower: how many times fewer requests a second than the bare Django
    view in the same round; dearer: how many times its CPU milliseconds a request.
    """

    rate: float
    lowest: float
    highest: float
    p50: float
    p99: float
    cpu: float
    slower: float
    dearer: float


def figures(line: Line, run: Run) -> Figures:
    """The figures of one line of a run."""
    rates = [one.rate for one in line.rounds]
    pairs = list(zip(line.rounds, run.line(DJANGO).rounds, strict=True))
    return Figures(
        rate=median(rates),
        lowest=min(rates),
        highest=max(rates),
        p50=median(one.p50 for one in line.rounds),
        p99=median(one.p99 for one in line.rounds),
        cpu=median(one.cpu for one in line.rounds),
        slower=median(floor.rate / one.rate for one, floor in pairs),
        dearer=median(one.cpu / floor.cpu for one, floor in pairs),
    )
