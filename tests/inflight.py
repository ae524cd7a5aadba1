"""What the tests' own server is still answering: a page that was closed may have asked for something.

A heartbeat on its way writes into the tables that are emptied after the test: PostgreSQL calls that
a deadlock.
"""

import threading
import time
from typing import Any

from django.core.signals import request_finished, request_started

LONGEST = 10.0  # seconds

_busy: set[int] = set()  # threads that are answering, the tests' own apart


def _begin(**_: Any) -> None:
    if threading.current_thread() is not threading.main_thread():
        _busy.add(threading.get_ident())


def _end(**_: Any) -> None:
    _busy.discard(threading.get_ident())


def watch() -> None:
    """Count from now on."""
    request_started.connect(_begin)
    request_finished.connect(_end)


def wait_until_idle() -> None:
    """Return once nothing is being answered, or after ten seconds."""
    end = time.monotonic() + LONGEST
    while _busy and time.monotonic() < end:
        time.sleep(0.01)
