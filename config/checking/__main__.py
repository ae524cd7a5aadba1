"""`make check`: every check in turn, each with a sentence; not one stops the others."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from config.checking import environment, locks, secrets, tools, tracked

ROOT = Path(__file__).resolve().parent.parent.parent

CHECKS: dict[str, Callable[[Path], Iterable[str]]] = {
    "代码没有可疑之处（ruff check）": tools.lint,
    "代码格式一致（ruff format）": tools.layout,
    "类型相符（mypy）": tools.types,
    "模板格式一致（djade）": tools.templates,
    "数据库迁移齐全（makemigrations --check）": tools.migrations,
    "正式设置安全（check --deploy）": tools.deployment,
    "引用只朝一个方向（import-linter）": tools.imports,
    ".env.example 与设置相符": environment.check,
    "依赖都已锁定": locks.check,
    "文件中没有密钥、密码": secrets.check,
    "文件中没有软件源地址、本机路径": tracked.check,
}


def main(root: Path) -> int:
    """Say of each check whether it holds, and of each fault where it is; 1 if there is any."""
    failed = 0
    for name, check in CHECKS.items():
        faults = list(check(root))
        print(f"{'不通过' if faults else '通过'}  {name}", flush=True)
        for fault in faults:
            print(f"        {fault}", flush=True)
        failed += bool(faults)
    print(f"{failed} 项检查不通过。" if failed else f"{len(CHECKS)} 项检查全部通过。")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
