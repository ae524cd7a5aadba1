"""The files that are the project's: what git keeps, and what it would keep if asked."""

import subprocess
from pathlib import Path


def ours(root: Path) -> list[Path]:
    """Paths relative to `root`, in order; deleted files left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True)
    if told.returncode:
        raise SystemExit(f"不能列出项目的文件：{told.stderr.strip()}；请在 git 检出的目录中运行")
    paths = sorted({Path(name) for name in told.stdout.split("\0") if name})
    return [path for path in paths if (root / path).is_file()]


def lines(root: Path, path: Path) -> list[str]:
    """The lines of a text file; none for what is not text."""
    try:
        return (root / path).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
