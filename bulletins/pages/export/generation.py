"""Which program makes the pages: its code, templates and assets, and where the site is."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
from django.conf import settings

from bulletins.pages.export.marks import mark
from bulletins.pdf import is_available

KINDS = {
    "templates": ("*",),
    "static": ("*",),
    **dict.fromkeys(("accounts", "bulletins", "config", "regions"), ("*.py", "*.txt", "*.csv")),
}


def code_generation() -> str:
    """Another one as soon as anything of the program is another: then every page is made anew."""
    said = (settings.SITE_URL, settings.DEBUG, is_available(), django.get_version())
    return mark(_of_files(settings.BASE_DIR), *said)


@cache
def _of_files(base: Path) -> str:
    """A running program is what it was when it started."""
    found = hashlib.sha256()
    for file in _files(base):
        found.update(f"{file.relative_to(base)}\0{file.stat().st_size}\0".encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def _files(base: Path) -> Iterator[Path]:
    for folder, patterns in KINDS.items():
        for pattern in patterns:
            yield from sorted(one for one in (base / folder).rglob(pattern) if one.is_file())
