"""Make `.venv` and put the locked packages into it, with nothing but the machine's own python3.

Run as `python3 -m config.install python|run|pdf|dev`. Pythons too old for Lantai must be able to
read this file, to be told so: hence its plain syntax.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)


def require_python(found: "tuple[int, ...]" = sys.version_info[:2]) -> None:
    """Stop with a sentence where python3 is too old to go on."""
    if found < OLDEST:
        sys.exit(
            f"兰台需要 Python 3.11 或更新的版本，本机的 python3 是 {found[0]}.{found[1]}：请先升级"
        )


def require_venv() -> None:
    """Stop with a sentence where Debian has left out what makes a virtual environment."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit("本机的 python3 不能建立虚拟环境：请先运行 apt install python3-venv，再试一次")


def prepare(purpose: str) -> None:
    """Have `.venv` hold what `requirements/<purpose>.txt` locks; nothing to do where it does."""
    if _is_ready(purpose):
        return
    if not _works():
        _make_venv()
    print(f"正在安装依赖（requirements/{purpose}.txt），请稍候…", flush=True)
    # jieba exists only as source: what builds it comes first, out of a lock like everything else.
    for name in ("build", purpose):
        _install(name)
    _stamp(purpose).write_text(_digest(purpose))


def _is_ready(purpose: str) -> bool:
    """Whether a stamp of today's lock is there; the one for development will do for running."""
    stamps = [(_stamp(name), name) for name in (purpose, "dev")]
    return PYTHON.exists() and any(
        stamp.exists() and stamp.read_text() == _digest(name) for stamp, name in stamps
    )


def _stamp(purpose: str) -> Path:
    return VENV / f"lantai-{purpose}.installed"


def _digest(purpose: str) -> str:
    locks = [ROOT / "requirements" / f"{name}.txt" for name in ("build", purpose)]
    told = sys.version.encode() + b"".join(lock.read_bytes() for lock in locks)
    return hashlib.sha256(told).hexdigest()


def _works() -> bool:
    """Whether there is an environment to go on with, of a Python that is new enough."""
    ask = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return (
        PYTHON.exists()
        and subprocess.run([str(PYTHON), "-c", ask], stderr=subprocess.DEVNULL).returncode == 0
    )


def _make_venv() -> None:
    require_venv()
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        sys.exit("没有建成虚拟环境 .venv（原因见上）：请检查磁盘空间和文件夹权限，再试一次")


def _install(name: str) -> None:
    lock = ROOT / "requirements" / f"{name}.txt"
    options = ["-qq", "--no-deps", "--require-hashes", "--no-build-isolation", "--use-pep517"]
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    if subprocess.run(pip + options + ["-r", str(lock)]).returncode:
        sys.exit("依赖没有装好（原因见上）：请检查网络和磁盘空间，再试一次")


if __name__ == "__main__":
    require_python()
    if sys.argv[1] != "python":
        prepare(sys.argv[1])
