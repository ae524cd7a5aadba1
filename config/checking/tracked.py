"""Nothing in the project knows where somebody's packages come from or where a checkout stands."""

import re
from collections.abc import Iterator
from pathlib import Path

from config.checking.files import lines, ours

# The letters in brackets keep these patterns from finding themselves.
REGISTRY = re.compile(
    r"(?:https?|file)://[^\s\"']*(?:p[y]pi|p[y]thonhosted|n[p]mjs|n[p]mmirror|d[e]b\.|mirror|/simple\b)"
    r"|--?(?:extra-)?index-url[= ]\S|--find-links[= ]\S|--trusted-host[= ]\S",
    re.IGNORECASE,
)
MACHINE = re.compile(
    r"(?<![\w.\-~}])(?:/h[o]me/|/r[o]ot/|/U[s]ers/|/w[o]rk/|/o[p]t/|[A-Z]:\\U[s]ers)"
)


def check(root: Path) -> Iterator[str]:
    """One sentence for each line that names a registry or a place on one machine."""
    for path in ours(root):
        for number, line in enumerate(lines(root, path), start=1):
            if REGISTRY.search(line):
                yield f"{path}:{number} 写了软件源的地址：请交给各机器自己的设置"
            if MACHINE.search(line):
                yield f"{path}:{number} 写了某台机器上的路径：请改为相对路径"
    for path in sorted((root / "requirements").glob("*.txt")):
        if "://" in path.read_text(encoding="utf-8"):
            yield f"requirements/{path.name} 中有网址：请运行 make lock 重新锁定"
