"""The folder everything is written to: database, uploads, caches, static files, secret key."""

import secrets
import tempfile
from pathlib import Path

FOLDERS = ("uploads", "cache")


def prepare(folder: Path) -> None:
    """Have the folder, private to whoever runs the site; stop with a sentence if it is closed."""
    try:
        for one in (folder, *(folder / name for name in FOLDERS)):
            one.mkdir(mode=0o700, parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=one).close()
        _look_at(folder / "db.sqlite3")
    except OSError as problem:
        raise SystemExit(
            f"数据文件夹 {folder} 不能写入（{problem.strerror}）："
            "请检查权限和磁盘空间，或换一个文件夹，例如 make run DATA=/tmp/lantai"
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
