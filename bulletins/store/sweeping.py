"""Clearing away what was taken out, and the oldest pages where there are too many."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from bulletins.store.folder import TREES, Folder

FULL, ENOUGH = 0.9, 0.7  # of what it may hold: from where on, and down to where it is emptied


def sweep(folder: Folder) -> None:
    """Takes as long as there is to delete; nobody waits for it."""
    empty_trash(folder)
    most = settings.PAGE_STORE_MB * 1_000_000
    found = sorted(_files(folder))
    held = sum(size for _, size, _ in found)
    if held > FULL * most:
        held = _evict(folder, found, held, ENOUGH * most)
    with folder.locked():
        folder.write("size", str(held).encode())


def empty_trash(folder: Folder) -> None:
    with suppress(FileNotFoundError):
        for one in os.scandir(folder.root / "trash"):
            if one.is_dir(follow_symlinks=False):
                shutil.rmtree(one.path, ignore_errors=True)
            else:
                Path(one.path).unlink(missing_ok=True)


def _evict(folder: Folder, found: list[tuple[float, int, str]], held: int, enough: float) -> int:
    """The oldest first, until it is enough; out comes how much is left."""
    for _, size, place in found:
        if held <= enough:
            break
        with folder.locked():
            Path(place).unlink(missing_ok=True)
        held -= size
    return held


def _files(folder: Folder) -> Iterator[tuple[float, int, str]]:
    """When each was written, its size, its place."""
    for tree in TREES:
        for place, _, names in os.walk(folder.root / tree):
            for name in names:
                with suppress(FileNotFoundError):
                    said = os.stat(f"{place}/{name}")
                    yield said.st_mtime, said.st_size, f"{place}/{name}"
