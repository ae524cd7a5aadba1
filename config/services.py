"""Where articles are kept and computed things remembered, as the environment says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from environ import Env, ImproperlyConfigured

from config.environment import read, stop

# Writers wait for each other at BEGIN; without it they fail by the thousand, "database is locked".
SQLITE = {
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        # What is erased is overwritten, not just given free.
        " PRAGMA secure_delete=ON;",
    }
}
# Opening one costs more than a page: SQLite reads every table and trigger again.
KEPT = {"CONN_MAX_AGE": 60}

MAIL_SCHEMES = ("smtp", "smtp+tls", "smtp+ssl")


def database(name: str, *, default: Path) -> dict[str, Any]:
    """The database as Django wants it; nothing said means an SQLite file at `default`."""
    said = read(name)
    if not said:
        return {"ENGINE": "config.sqlite3", "NAME": default} | KEPT | SQLITE
    found = _understood(name, said, ("sqlite", "postgres", "postgresql"), Env.db_url_config)
    if found["ENGINE"].endswith("sqlite3"):
        return found | KEPT | SQLITE | {"ENGINE": "config.sqlite3"}
    return found | KEPT | {"ENGINE": "config.postgresql", "CONN_HEALTH_CHECKS": True}


def cache(name: str) -> dict[str, Any]:
    """The cache as Django wants it; nothing said means the memory of each process."""
    said = read(name)
    if not said:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return _understood(name, said, ("redis", "rediss"), Env.cache_url_config)


def mail(name: str) -> dict[str, Any]:
    """The mail server as Django wants it; nothing said means that no mail is written."""
    said = read(name)
    return _understood(name, said, MAIL_SCHEMES, Env.email_url_config) if said else {}


def _understood(
    name: str, said: str, schemes: tuple[str, ...], take_apart: Callable[[str], Any]
) -> dict[str, Any]:
    """Take a service's address apart; it is never shown again, for it may hold a password."""
    try:
        found = dict(take_apart(said)) if said.partition("://")[0] in schemes else {}
    except (ValueError, ImproperlyConfigured):
        found = {}
    if not (found.get("NAME") or found.get("LOCATION") or found.get("EMAIL_HOST")):
        stop(name, f"的值无法识别：请写成 {' 或 '.join(f'{one}://…' for one in schemes)} 的样子")
    return found
