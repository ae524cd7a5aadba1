"""`requirements/` holds what `pyproject.toml` asks for, each package once, with hashes."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)")
LOCKS = ("build", "run", "pdf", "dev")
NAME = re.compile(r"[^A-Za-z0-9._-]")


def check(root: Path) -> Iterator[str]:
    """One sentence for each hole in the locks."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    locks = {name: _read(root / "requirements" / f"{name}.txt") for name in LOCKS}
    for lock, asked in _asked(project).items():
        for name in asked - locks[lock].keys():
            yield f"requirements/{lock}.txt 没有锁定 {name}：请运行 make lock"
    for lock, pinned in locks.items():
        yield from (f"requirements/{lock}.txt 中的 {one} 没有哈希值" for one in _bare(root, lock))
        for name in sorted(pinned.keys() & locks["dev"].keys()):
            if pinned[name] != locks["dev"][name]:
                yield f"{name} 在 {lock}.txt 和 dev.txt 中版本不同：请运行 make lock"
    for lock in ("run", "pdf"):
        for name in sorted(locks[lock].keys() - locks["dev"].keys()):
            yield f"requirements/dev.txt 缺少 {lock}.txt 中的 {name}：请运行 make lock"


def _asked(project: dict[str, Any]) -> dict[str, set[str]]:
    """The names each lock must hold."""
    groups = project["dependency-groups"]
    run, build, dev = project["project"]["dependencies"], groups["build"], groups["dev"]
    pdf = project["project"]["optional-dependencies"]["pdf"]
    wanted = {"build": build, "run": run, "pdf": run + pdf, "dev": run + pdf + build + dev}
    return {lock: {_plain(NAME.split(one)[0]) for one in asked} for lock, asked in wanted.items()}


def _read(lock: Path) -> dict[str, str]:
    """Names and versions of a lock file."""
    found = (PINNED.match(line) for line in lock.read_text(encoding="utf-8").splitlines())
    return {_plain(one[1]): one[2] for one in found if one}


def _bare(root: Path, lock: str) -> Iterator[str]:
    """Packages whose own line is not followed by a hash."""
    lines = (root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if (pinned := PINNED.match(line)) and not after.strip().startswith("--hash=sha256:"):
            yield pinned[1]


def _plain(name: str) -> str:
    """A package's name as every tool compares it: small letters, hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()
