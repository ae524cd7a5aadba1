"""The tables can be made, taken away and made again, on either engine."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.databases import address
from tests.refusals import execute, in_force
from tests.skeleton.programs import python

pytestmark = pytest.mark.django_db(transaction=True)

THERE_AND_BACK = """
import json, django
django.setup()
from django.core.management import call_command
from django.db import connection
from tests.refusals import in_force
call_command("migrate", verbosity=0)
for app in ("bulletins", "accounts", "regions"):
    call_command("migrate", app, "zero", verbosity=0)
left = [name for name in connection.introspection.table_names() if name.startswith(OURS)]
assert (left, in_force()) == ([], {}), left
call_command("migrate", verbosity=0)
print(json.dumps(in_force()))
""".replace("OURS", repr(("bulletins_", "accounts_", "regions_")))


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it, on the engine of this pass."""
    if connection.vendor == "sqlite":
        yield address(f"{tmp_path}/fresh.sqlite3")
        return
    fresh = f"{connection.settings_dict['NAME']}_fresh"
    execute(f"CREATE DATABASE {fresh}")
    yield address(fresh)
    execute(f"DROP DATABASE {fresh}")


def test_migrations_go_forwards_and_back_and_forwards_again(
    empty_database: str, tmp_path: Path
) -> None:
    heard = python(
        "-c",
        THERE_AND_BACK,
        DATABASE_URL=empty_database,
        DATA_DIR=str(tmp_path),
        DEBUG="true",
        DJANGO_SETTINGS_MODULE="config.settings",
    )
    assert heard.code == 0, heard.said
    assert json.loads(heard.said) == in_force()
