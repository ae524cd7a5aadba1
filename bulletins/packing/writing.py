"""One zip, the same bytes every time: fixed order, fixed times, and nothing compressed.

What compresses is a library, and libraries differ; most of a package is compressed already.
"""

import zipfile
from datetime import datetime
from pathlib import Path

from bulletins.document.wording import BEIJING
from bulletins.models import Edition
from bulletins.packing.contents import contents_of

EARLIEST = (1980, 1, 1, 0, 0, 0)  # of the clock in a zip
UNIX, READABLE = 3, 0o644 << 16


def write_package(number: int, place: Path | None = None) -> Path:
    """The package of what is public under that number; out comes where it lies.

    place: a file, or a folder; not said, here. Written whole or not at all. Raises Refused or
    OSError.
    """
    edition, pieces = contents_of(number)
    name = f"article-{number}-edition-{edition.number}.zip"
    target = place / name if place and place.is_dir() else place or Path(name)
    draft = target.with_name(f"{target.name}.new")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as package:
            for piece in pieces:
                with package.open(_entry(piece.path, edition), "w") as entry:
                    for chunk in piece.chunks():
                        entry.write(chunk)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _entry(path: str, edition: Edition) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _clock(edition.live_from))
    entry.create_system, entry.external_attr = UNIX, READABLE
    return entry


def _clock(moment: datetime | None) -> tuple[int, int, int, int, int, int]:
    """When the edition became public, in Beijing time."""
    if moment is None:
        return EARLIEST
    local = moment.astimezone(BEIJING)
    said = (local.year, local.month, local.day, local.hour, local.minute, local.second)
    return max(said, EARLIEST)
