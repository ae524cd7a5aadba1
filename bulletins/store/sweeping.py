"""Clearing away what was taken out, and the oldest pages where there are too many."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from bulletins.store.folder import Folder
from bulletins.store.places import GZIPPED

FULL, ENOUGH = 0.9, 0.7  # of what it may hold: from where on, and down to where it is emptied


class Held(NamedTuple):
    """When the page was stored, the file's size, its place."""

    since: float
    size: int
    place: str


def sweep(folder: Folder) -> None:
    """Takes as long as there is to delete; nobody waits for it."""
    empty_trash(folder)
    most, before = settings.PAGE_STORE_MB * 1_000_000, folder.size()
    found = _pages(folder)
    # After the pages: what is taken out meanwhile is counted twice rather than never.
    held = sum(one.size for one in (*found, *_files(folder, "trash")))
    if held > FULL * most:
        held = _evict(folder, sorted(found), held, ENOUGH * most)
    with folder.locked():
        folder.clear_temp()
        meanwhile = max(folder.size() - before, 0)
        folder.write("size", str(held + meanwhile).encode())


def empty_trash(folder: Folder) -> None:
    with suppress(FileNotFoundError):
        for one in os.scandir(folder.root / "trash"):
            if one.is_dir(follow_symlinks=False):
                shutil.rmtree(one.path, ignore_errors=True)
            else:
                Path(one.path).unlink(missing_ok=True)


def _evict(folder: Folder, found: list[Held], held: int, enough: float) -> int:
    """The oldest first, until it is enough; out comes how much is left."""
    for one in found:
        if held <= enough:
            break
        with folder.locked():
            Path(one.place).unlink(missing_ok=True)
        held -= one.size
    return held


def _pages(folder: Folder) -> list[Held]:
    """A page's forms go together: those for nginx do not say when they were stored (``stamp``)."""
    whole, plain = (str(folder.root / tree) for tree in ("whole", "plain"))
    found = list(_files(folder, "whole"))
    since = {one.place.removeprefix(whole): one.since for one in found}
    for one in _files(folder, "plain"):
        page = one.place.removeprefix(plain).removesuffix(GZIPPED)
        found.append(one._replace(since=since.get(page, 0.0)))
    return found


def _files(folder: Folder, tree: str) -> Iterator[Held]:
    for place, _, names in os.walk(folder.root / tree):
        for name in names:
            with suppress(FileNotFoundError):
                said = os.stat(f"{place}/{name}")
                yield Held(said.st_mtime, said.st_size, f"{place}/{name}")
