"""One spell of wrk: who answers how many requests, how fast, and whether all of them well."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import cores

READERS = 8
TOLD = "LANTAI "
# One thread, so that the counter is one; its state is read through the thread that it lives in.
SCRIPT = """
local addresses, last, threads = {}, 0, {}
bad = 0
function setup(thread) table.insert(threads, thread) end
function init(arguments)
  for line in io.lines(arguments[1]) do table.insert(addresses, wrk.format("GET", line)) end
end
function request()
  last = last % #addresses + 1
  return addresses[last]
end
function response(status) if status ~= 200 then bad = bad + 1 end end
function done(summary, latency)
  local bad, errors = 0, summary.errors
  for _, thread in ipairs(threads) do bad = bad + thread:get("bad") end
  bad = bad + errors.connect + errors.read + errors.write + errors.timeout
  print(string.format(
    'LANTAI {"requests": %d, "seconds": %.6f, "bytes": %d, "p50": %.3f, "p99": %.3f, "bad": %d}',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, bad))
end
"""


@dataclass(frozen=True)
class Spell:
    """p50 and p99 in milliseconds; bad: answers that were not 200, and broken connections."""

    requests: int
    seconds: float
    bytes: int
    p50: float
    p99: float
    bad: int


def ask(wrk: str, server: str, addresses: Sequence[str], seconds: int, folder: Path) -> Spell:
    """Ask a server ("http://127.0.0.1:8000") for these addresses in turn, over and over."""
    script, listed = folder / "wrk.lua", folder / "addresses.txt"
    script.write_text(SCRIPT)
    listed.write_text("\n".join(addresses))
    options = ["-t1", f"-c{READERS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script)]
    command = cores.on(cores.CLIENT, [wrk, *options, server, "--", str(listed)])
    done = subprocess.run(command, capture_output=True, text=True)
    return read(done.stdout, done.stderr)


def read(told: str, complaint: str = "") -> Spell:
    """What the script printed last, among wrk's own words."""
    lines = [line for line in told.splitlines() if line.startswith(TOLD)]
    if not lines:
        raise SystemExit(f"wrk 没有给出结果：\n{told}{complaint}")
    return Spell(**json.loads(lines[-1].removeprefix(TOLD)))
