"""What makes the pages: files of the program, and the packages it was installed with.

One list for the page store (by size and time) and for an export (by what is in them).
"""

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("templates", "static", "accounts", "bulletins", "config", "regions")
PLACES = sysconfig.get_paths()
COMPILED = "__pycache__"


def files(base: Path) -> Iterator[Path]:
    """Always in the same order."""
    for folder in FOLDERS:
        for place, below, names in os.walk(base / folder):
            below[:] = sorted(one for one in below if one != COMPILED)
            yield from (Path(place, name) for name in sorted(names))


def packages() -> list[str]:
    """Python, and "django-5.2.19" of each: by the names of their folders, in less than 1 ms.

    Not by ``sys.path``: the app and the poller are started in different ways, and must agree.
    """
    found = {"Python-" + sys.version.split()[0]}
    for place in {PLACES["purelib"], PLACES["platlib"]}:
        with os.scandir(place) as entries:
            names = [entry.name for entry in entries]
        found |= {one.removesuffix(".dist-info") for one in names if one.endswith(".dist-info")}
    return sorted(found)
