"""One module for each database: the same questions, the same answers."""

from types import ModuleType

from django.db import connection

from bulletins.indexing.engines import postgresql, sqlite
from bulletins.models import Slot

ENGINES = {"postgresql": postgresql, "sqlite": sqlite}


def engine() -> ModuleType:
    """That of the database in use."""
    return ENGINES[connection.vendor]


def tidy() -> None:
    """Have no index keep what was taken out of it; outside a transaction."""
    for slot in Slot:
        engine().tidy(slot)
