"""The folder of an export: ``current`` leads to the tree that is served, and then to the next.

DIR/lantai-export     whose folder it is
DIR/trees/<n>/        site/ gone/ standin/ nginx.conf manifest.json
DIR/current           → the tree that is whole
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from bulletins.pages.export.manifest import NAME, Manifest, read_manifest
from bulletins.pages.export.refused import Refused

MARK, TREES, CURRENT = "lantai-export", "trees", "current"
TREE = re.compile(r"[1-9]\d*")
LINK = "{} 是符号链接：请写它指向的目录本身，免得写到别处去"
NO_PARENT = "上级目录 {} 不存在：请先建好它，再导出"
NO_FOLDER = "{} 是一个文件：请写一个目录"
OURS = "{} 在网站的数据或程序目录（{}）里：导出的文件会和它们混在一起，请换一个目录"
STRANGE = "{} 里有别的文件，又不是本程序导出的目录：没有动它。请换一个空目录"
OTHER = "{} 里是另一个网站（{}）的导出：没有动它。请换一个目录"
BUSY = "另一个 export_site 正在往 {} 里写：请等它做完"
NONE = "{} 里还没有完整的导出：请先运行 manage.py export_site"


@dataclass(frozen=True)
class Folder:
    """One that was found to be ours, or empty."""

    path: Path

    @property
    def current(self) -> Path | None:
        """The tree that is served, if there is one."""
        link = self.path / CURRENT
        if not link.is_symlink():
            return None
        tree = self.path / os.readlink(link)
        known = tree.parent == self.path / TREES and TREE.fullmatch(tree.name)
        return tree if known and tree.is_dir() else None

    def manifest(self) -> Manifest:
        """Of what is served. Raises Refused."""
        if self.current is None:
            raise Refused(NONE.format(self.path))
        return read_manifest(self.current / NAME)

    def new_tree(self) -> Path:
        last = max((int(one.name) for one in self.trees()), default=0)
        tree = self.path / TREES / str(last + 1)
        tree.mkdir(parents=True)
        return tree

    def switch(self, tree: Path) -> None:
        """In one step: whoever reads has the old tree or the new one."""
        os.sync()  # what is renamed to must be on the disk before the name is
        link = self.path / f"{CURRENT}.new"
        link.unlink(missing_ok=True)
        link.symlink_to(f"{TREES}/{tree.name}")
        link.replace(self.path / CURRENT)

    def sweep(self) -> None:
        """Take away what is not served: older trees, and what a killed export left."""
        (self.path / f"{CURRENT}.new").unlink(missing_ok=True)
        for tree in self.trees():
            if tree != self.current and not tree.is_symlink():
                shutil.rmtree(tree)

    def trees(self) -> list[Path]:
        """All there are of ours."""
        found = (self.path / TREES).iterdir() if (self.path / TREES).is_dir() else ()
        return sorted(one for one in found if TREE.fullmatch(one.name))


def folder_for_export(path: Path) -> Folder:
    """Made, if it is not there. Raises Refused for one in which it is dangerous to write."""
    path = Path(os.path.abspath(path))
    if path.is_symlink():
        raise Refused(LINK.format(path))
    if not path.parent.is_dir():
        raise Refused(NO_PARENT.format(path.parent))
    if path.exists() and not path.is_dir():
        raise Refused(NO_FOLDER.format(path))
    _require_apart(path)
    path.mkdir(exist_ok=True)
    mark = path / MARK
    if not mark.exists():
        if any(path.iterdir()):
            raise Refused(STRANGE.format(path))
        mark.write_text(f"{settings.SITE_URL}\n", "utf-8")
    _require_ours(path)
    return Folder(path)


def folder_of_export(path: Path) -> Folder:
    """One that is there. Raises Refused."""
    path = Path(os.path.abspath(path))
    if not path.is_dir():
        raise Refused(NONE.format(path))
    if not (path / MARK).is_file():
        raise Refused(STRANGE.format(path))
    _require_ours(path)
    return Folder(path)


@contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """One export at a time. Raises Refused."""
    with (folder.path / MARK).open("r+") as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise Refused(BUSY.format(folder.path)) from problem
        yield


def _require_apart(path: Path) -> None:
    """By where they really are: a folder above may be a link."""
    whole = path.resolve()
    places = [settings.DATA_DIR, settings.MEDIA_ROOT, settings.STATIC_ROOT, settings.BASE_DIR]
    places.append(settings.PAGE_STORE)
    for place in map(Path, filter(None, places)):
        if whole == place.resolve() or place.resolve() in whole.parents:
            raise Refused(OURS.format(path, place))


def _require_ours(path: Path) -> None:
    said = (path / MARK).read_text("utf-8").strip()
    if said != settings.SITE_URL:
        raise Refused(OTHER.format(path, said or "没有写明"))
