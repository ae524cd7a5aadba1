"""Which program makes the pages: its templates, its code, its settings. Another one begins anew."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

MEANT = (
    *("SITE_URL", "DEBUG", "PDF", "CONTENT_SECURITY_POLICY", "X_FRAME_OPTIONS", "STATIC_URL"),
    *("SECURE_REFERRER_POLICY", "SECURE_HSTS_SECONDS", "LANGUAGE_CODE", "MIDDLEWARE"),
)


@cache
def generation() -> str:
    """Of this process, by the files as they were when it first asked."""
    said = repr([getattr(settings, name) for name in MEANT])
    found = hashlib.sha256(said.encode())
    root = Path(settings.BASE_DIR)
    for folder in (root / "templates", root / "bulletins", root / "regions"):
        for line in sorted(_files(folder)):
            found.update(line.encode())
    found.update("".join(_stamp(Path(settings.STATIC_ROOT) / "staticfiles.json")).encode())
    found.update(_boot())
    return found.hexdigest()[:16]


def _boot() -> bytes:
    """After a power cut files may be empty that were whole: what was stored does not count."""
    place = Path("/proc/sys/kernel/random/boot_id")
    return place.read_bytes() if place.exists() else b""


def _files(folder: Path) -> Iterator[str]:
    """Path, size and time of each; nothing is read."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(Path(entry.path))
        else:
            yield from _stamp(Path(entry.path))


def _stamp(place: Path) -> Iterator[str]:
    if place.exists():
        said = place.stat()
        yield f"{place} {said.st_size} {said.st_mtime_ns}\n"
