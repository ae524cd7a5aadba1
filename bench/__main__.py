"""`make bench`: look whether it can work, measure, judge, and write docs/benchmarks.md."""

import os
import signal
from pathlib import Path

from bench import page, running, targets, tools, wishes

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    """A quick run prints its figures; a whole one becomes the page."""
    wanted = wishes.read(os.environ)
    result = running.measure(wanted, tools.find())
    result.keep(wanted.result)
    print(f"\n{page.figures_of(result)}")
    print("\n" + "\n".join(map(str, targets.verdicts(result))))
    if wanted.whole:
        PAGE.write_text(page.write(result), encoding="utf-8")
        print("已写入 docs/benchmarks.md")


def _stop(*_: object) -> None:
    """Told to end, we end what we started, as at Ctrl+C."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("已停止，启动的服务都已结束。") from None
