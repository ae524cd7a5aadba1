"""Which program makes the pages: its code, templates and assets, and where the site is."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from bulletins.pages.export.marks import mark
from bulletins.pdf import is_available
from bulletins.store.program import files, packages


def code_generation() -> str:
    """Another one as soon as anything of the program is another: then every page is made anew."""
    said = (settings.SITE_URL, settings.DEBUG, is_available(), packages())
    return mark(_of_files(settings.BASE_DIR), *said)


@cache
def _of_files(base: Path) -> str:
    """A running program is what it was when it started."""
    found = hashlib.sha256()
    for file in files(base):
        found.update(f"{file.relative_to(base)}\0{file.stat().st_size}\0".encode())
        found.update(file.read_bytes())
    return found.hexdigest()
