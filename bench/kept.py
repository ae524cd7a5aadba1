"""Where full databases stand from run to run, and when they are of no more use."""

import shutil
from hashlib import sha256
from pathlib import Path

from bench import articles
from bulletins.document.html.page import WRITER

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("accounts", "bulletins", "regions")


def place(folder: Path) -> Path:
    """The folder of databases made by today's code; those made by another code are removed."""
    wanted = folder / f"data-{key()}"
    for old in folder.glob("data-*"):
        if old != wanted:
            print(f"删除旧的测量数据 {old.name}", flush=True)
            shutil.rmtree(old)
    wanted.mkdir(parents=True, exist_ok=True)
    return wanted


def key() -> str:
    """What the articles, their printed form and the tables they stand in are made by."""
    seen = sha256(f"{articles.VERSION} {WRITER}".encode())
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("migrations/*.py")):
            seen.update(path.read_bytes())
    return seen.hexdigest()[:12]
