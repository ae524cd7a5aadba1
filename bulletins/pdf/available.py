"""Whether a .pdf can be made here: by the extra ``pdf`` and pango, a library of the system."""

import ctypes
from functools import cache
from importlib.util import find_spec

from django.conf import settings

# What WeasyPrint loads; loading them here costs a millisecond, importing it a second
LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)


def is_available() -> bool:
    """Switched on, and everything is there; looked up once in a process."""
    return bool(settings.PDF) and _everything_is_there()


@cache
def _everything_is_there() -> bool:
    return find_spec("weasyprint") is not None and all(map(_loads, LIBRARIES))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
