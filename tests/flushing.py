"""Emptying the database after a test that commits, although it refuses to lose its records.

PostgreSQL empties tables by TRUNCATE, which asks no row's trigger; SQLite by DELETE, which does.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management.commands.flush import Command
from django.db import connection

from accounts.audit import head
from bulletins.indexing import engine
from bulletins.models import Slot
from tests.inflight import wait_until_idle, watch
from tests.refusals import execute, in_force


@pytest.fixture(scope="session", autouse=True)
def flush_past_refusals() -> Iterator[None]:
    """Let Django's own flush lift every trigger, and put each back word for word.

    It waits for the tests' own server to have answered.
    """
    watch()
    with patch.object(Command, "handle", _past_triggers(Command.handle)):
        yield


def _past_triggers(flush: Callable[..., None]) -> Callable[..., None]:
    @wraps(flush)
    def whole(self: Command, **options: Any) -> None:
        wait_until_idle()
        triggers = in_force() if connection.vendor == "sqlite" else {}
        execute(*(f'DROP TRIGGER "{name}"' for name in triggers))
        flush(self, **options)
        execute(*triggers.values())
        for slot in Slot:  # its tokens stand in no table of Django's
            engine().empty(slot)
        for place in head.places():  # what is kept of a chain that is gone
            place.unlink(missing_ok=True)

    return whole
