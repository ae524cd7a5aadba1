"""What the passes of `make test` came to, added up and said in one block."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self
from xml.etree import ElementTree

# pytest's own word for "nothing was selected": not a failure of a pass that a `-k` leaves empty.
NOTHING_COLLECTED = 5


class Missing(NamedTuple):
    """One thing that was not run, where, and why."""

    where: str
    what: str
    why: str


@dataclass
class Results:
    """Counts over all passes, and everything left out."""

    passed: int = 0
    failed: int = 0
    broken: bool = False
    missing: list[Missing] = field(default_factory=list)

    def __add__(self, other: Self) -> "Results":
        return Results(
            self.passed + other.passed,
            self.failed + other.failed,
            self.broken or other.broken,
            self.missing + other.missing,
        )

    @classmethod
    def read(cls, engine: str, report: Path, code: int) -> "Results":
        """One pass, from pytest's JUnit report and exit code."""
        if not report.exists():
            return Results(broken=True)
        cases = list(ElementTree.parse(report).iter("testcase"))
        failed = sum(
            case.find("failure") is not None or case.find("error") is not None for case in cases
        )
        missing = [_missing(engine, case) for case in cases if case.find("skipped") is not None]
        broken = code not in (0, NOTHING_COLLECTED)
        return Results(len(cases) - failed - len(missing), failed, broken, missing)

    def is_good(self, *, strict: bool) -> bool:
        """Whether the run may pass; nothing run at all is not a pass."""
        whole = not (strict and self.missing)
        return whole and not self.broken and not self.failed and self.passed > 0

    def report(self, *, strict: bool) -> str:
        """What was left out and why, then a closing line with the counts."""
        heading = "没有跑的（REQUIRE_ALL=1，因此不算通过）：" if strict else "没有跑的："
        lines = [f"  {one.where}  {one.what}：{one.why}" for one in self.missing]
        counts = f"tests: {self.passed} passed, {self.failed} failed, {len(self.missing)} skipped"
        return "\n".join(
            ["", *([heading, *lines] if lines else ["全部都跑了，没有跳过的。"]), counts]
        )


def _missing(engine: str, case: ElementTree.Element) -> Missing:
    skipped = case.find("skipped")
    why = skipped.get("message", "") if skipped is not None else ""
    return Missing(engine, f"{case.get('classname', '')}.{case.get('name', '')}", why)
