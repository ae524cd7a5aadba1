"""What was made is kept in a folder of DATA_DIR, up to a size; names tell the editions."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from bulletins.models import Edition


def folder() -> Path:
    """Outside the uploads: nothing of it is served by its path. It may not be there yet."""
    return Path(settings.DATA_DIR) / "pdf"


def place_of(edition: int, tag: str) -> Path:
    """tag: hexadecimal, of everything the bytes depend on."""
    return folder() / f"{edition}-{tag}.pdf"


def kept(edition: int, tag: str) -> bytes | None:
    """The bytes, or None; what is asked for stays longer."""
    place = place_of(edition, tag)
    try:
        data = place.read_bytes()
        os.utime(place)
    except OSError:
        return None
    return data


def drop(editions: Iterable[int]) -> None:
    """Whatever was made of them."""
    for edition in editions:
        for place in folder().glob(f"{edition}-*"):
            place.unlink(missing_ok=True)


def sweep() -> int:
    """What is public no more goes, then the oldest beyond ``PDF_KEPT_MB``; out comes how many."""
    found = {place: _edition_of(place) for place in folder().glob("[0-9]*-*")}
    rows = Edition.objects.live().filter(pk__in=set(found.values()))
    live = set(rows.values_list("pk", flat=True))
    gone = [place for place, edition in found.items() if edition not in live]
    gone += _too_many(place for place, edition in found.items() if edition in live)
    for place in gone:
        place.unlink(missing_ok=True)
    return len(gone)


def _edition_of(place: Path) -> int:
    number = place.name.partition("-")[0]
    return int(number) if number.isdecimal() else 0


def _too_many(places: Iterable[Path]) -> list[Path]:
    facts = []
    for place in places:
        with suppress(OSError):
            said = place.stat()
            facts.append((said.st_mtime, said.st_size, place))
    room, gone = settings.PDF_KEPT_MB * 1_000_000, []
    for _, size, place in sorted(facts, reverse=True):
        room -= size
        if room < 0:
            gone.append(place)
    return gone
