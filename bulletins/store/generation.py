"""Which program makes the pages: its files, its packages, its settings. Another one begins anew."""

import hashlib
import os
from functools import cache
from pathlib import Path

from django.conf import settings

from bulletins.store.program import files, packages

MEANT = (
    *("SITE_URL", "DEBUG", "PDF", "CONTENT_SECURITY_POLICY", "X_FRAME_OPTIONS", "STATIC_URL"),
    *("SECURE_REFERRER_POLICY", "SECURE_HSTS_SECONDS", "LANGUAGE_CODE", "MIDDLEWARE"),
)


@cache
def generation() -> str:
    """Of this process, by the files as they were when it first asked; none of them is read."""
    root = Path(settings.BASE_DIR)
    said = [repr([getattr(settings, name) for name in MEANT]), *packages()]
    said += [_stamp(one) for one in files(root)]
    said.append(_stamp(Path(settings.STATIC_ROOT) / "staticfiles.json"))
    return hashlib.sha256("\n".join(said).encode() + _boot()).hexdigest()[:16]


def _boot() -> bytes:
    """After a power cut files may be empty that were whole: what was stored does not count."""
    place = Path("/proc/sys/kernel/random/boot_id")
    return place.read_bytes() if place.exists() else b""


def _stamp(place: Path) -> str:
    """Size and time; nothing where nothing is."""
    try:
        said = os.stat(place)
    except FileNotFoundError:
        return ""
    return f"{place} {said.st_size} {said.st_mtime_ns}"
