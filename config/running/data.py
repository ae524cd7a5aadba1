"""The folder everything is written to: database, uploads, caches, static files, secret key."""

import errno
import secrets
import tempfile
from pathlib import Path

FOLDERS = ("uploads", "cache")
REASONS = {
    errno.EACCES: "没有权限",
    errno.ENOENT: "建不了这个文件夹",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EEXIST: "那是文件，不是文件夹",
}


def prepare(folder: Path) -> None:
    """Have the folder, private to whoever runs the site; stop with a sentence if it is closed."""
    try:
        for one in (folder, *(folder / name for name in FOLDERS)):
            one.mkdir(mode=0o700, parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=one).close()
        _look_at(folder / "db.sqlite3")
    except OSError as problem:
        raise SystemExit(
            f"数据文件夹 {folder} 不能写入（{REASONS.get(problem.errno or 0, problem.strerror)}）："
            "请换一个文件夹，例如 make run DATA=/tmp/lantai，或检查权限和磁盘空间"
        ) from None


def secret_key(folder: Path) -> str:
    """The key of this folder's site: made up the first time, the same ever after."""
    place = folder / "secret-key"
    if not place.exists():
        place.write_text(secrets.token_urlsafe(50))
    return place.read_text().strip()


def _look_at(database: Path) -> None:
    """A database that exists must be ours to write; opening for appending changes nothing in it."""
    if database.exists():
        database.open("ab").close()
