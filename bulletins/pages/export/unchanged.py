"""Where nothing has changed no new tree is built: the manifest alone says that it still holds."""

from dataclasses import replace
from pathlib import Path

from bulletins.pages.export.manifest import NAME, Kept, Manifest
from bulletins.pages.export.marks import mark
from bulletins.pages.export.nginx import CONFIGURATION
from bulletins.pages.export.plan import Plan


def leading_key(plan: Plan) -> str:
    """Of everything that leads on."""
    return mark(plan.generation, sorted(plan.moved.items()))


def is_unchanged(plan: Plan, before: Manifest, tree: Path) -> bool:
    """Every address is there with the same key, no other is, and each file as it was written."""
    wanted = {one.address: one.key for one in (*plan.wanted.values(), *plan.gone.values())}
    have = {one: kept.key for one, kept in before.files.items() if one.startswith("/")}
    leads = before.files[CONFIGURATION].key == leading_key(plan)
    same = leads and not before.left_out and wanted == have
    return same and all(is_intact(tree, kept) for kept in before.files.values())


def is_intact(tree: Path, kept: Kept) -> bool:
    """By size and time: bytes are for ``verify_site``."""
    if not kept.path:
        return True
    try:
        found = (tree / kept.path).lstat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (kept.size, kept.written)


def renew(plan: Plan, before: Manifest, tree: Path) -> Manifest:
    """True at this moment, and up to the next one; written in one step."""
    manifest = replace(before, made_at=plan.at, valid_until=plan.valid_until)
    new = tree / f"{NAME}.new"
    manifest.write(new)
    new.replace(tree / NAME)
    return manifest
