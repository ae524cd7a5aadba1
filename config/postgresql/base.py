"""A kept connection is asked whether it still works, but not before every page.

Django would ask at the beginning of every request, which costs as much as reading a row. One that
worked a moment ago is taken to work; after an error it is asked at once, as Django does.
"""

import time

from django.db.backends.postgresql import base

TRUSTED = 2.0  # seconds after it worked


class DatabaseWrapper(base.DatabaseWrapper):
    """The engine of ``DATABASE_URL=postgresql://…``."""

    worked_at = float("-inf")

    def is_usable(self) -> bool:
        now = time.monotonic()
        if not self.errors_occurred and now - self.worked_at < TRUSTED:
            return True
        usable = bool(super().is_usable())
        if usable:
            self.worked_at = now
        return usable
