"""A folder: files against its manifest, the manifest against the site, texts against rows."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bulletins.pages.export.folder import CURRENT, MARK, TREES, folder_of_export
from bulletins.pages.export.manifest import NAME, Kept, Manifest
from bulletins.pages.export.plan import plan_now
from bulletins.pages.export.verifying.against import manifest_faults
from bulletins.pages.export.verifying.faults import Fault, Kind
from bulletins.pages.export.verifying.releases import byte_faults, kept_faults, text_faults

LOST = "清单里有，文件没有"
UNREADABLE = "文件读不出：{}"
OTHER_BYTES = "内容与清单上的校验码不同"
UNKNOWN = "清单里没有这个文件"
NO_FILE = "不是普通文件"
BLOCK = 1 << 20


def verify_folder(path: Path) -> Iterator[Fault]:
    """Raises Refused for what is no export of this site, or whose manifest is not ours."""
    folder = folder_of_export(path)
    manifest, tree = folder.manifest(), folder.current
    assert tree
    plan = plan_now(manifest.forms)
    yield from manifest_faults(manifest, plan, NAME)
    yield from _file_faults(tree, manifest)
    yield from _strangers(folder.path, tree, manifest)
    yield from kept_faults()
    for address, wanted in plan.wanted.items():
        kept = manifest.files.get(address)
        if kept and kept.status == 200 and kept.key == wanted.key:
            yield from byte_faults(address, kept.sha256)
            file = tree / kept.path
            if file.is_file():
                yield from text_faults(wanted.article, address, file.read_bytes)


def _file_faults(tree: Path, manifest: Manifest) -> Iterator[Fault]:
    for kept in manifest.files.values():
        if kept.path and (says := _wrong_with(tree / kept.path, kept)):
            kind = Kind.MISSING if says == LOST else Kind.TAMPERED
            yield Fault(kind, kept.path, says)


def _wrong_with(file: Path, kept: Kept) -> str:
    if file.is_symlink():
        return NO_FILE
    try:
        with file.open("rb") as said:
            found = hashlib.file_digest(said, "sha256").hexdigest()
    except FileNotFoundError:
        return LOST
    except OSError as problem:
        return UNREADABLE.format(problem.strerror)
    return "" if found == kept.sha256 and file.stat().st_size == kept.size else OTHER_BYTES


def _strangers(folder: Path, tree: Path, manifest: Manifest) -> Iterator[Fault]:
    """Whatever lies there and nobody exported; also what a killed export left."""
    known = {kept.path for kept in manifest.files.values()} | {NAME}
    for file in tree.rglob("*"):
        is_folder = file.is_dir() and not file.is_symlink()
        if not is_folder and str(file.relative_to(tree)) not in known:
            yield Fault(Kind.LEFT_OVER, str(file.relative_to(tree)), UNKNOWN)
    beside = [one for one in folder.iterdir() if one.name not in (MARK, TREES, CURRENT)]
    beside += [one for one in (folder / TREES).iterdir() if one != tree]
    yield from (Fault(Kind.LEFT_OVER, str(one.relative_to(folder)), UNKNOWN) for one in beside)
