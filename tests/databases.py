"""The address of a database of the tests, for a program of its own to use."""

from urllib.parse import quote

from django.db import connection


def address(name: str = "") -> str:
    """Of the test database, or of the one with that name (a path, on SQLite) beside it."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{name or settings['NAME']}"
    person = quote(settings["USER"], safe="")
    person += f":{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
    host = settings["HOST"] or settings["OPTIONS"].get("host", "")
    database = name or settings["NAME"]
    return f"postgresql://{person}@/{database}?host={host}&port={settings['PORT'] or 5432}"
