"""`make run`, inside `.venv`: bring the database up to date, open the demo account, serve."""

import os
from contextlib import suppress
from importlib import import_module
from io import StringIO
from threading import Thread
from typing import Any

import django
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import Error, connections
from gunicorn.app.base import BaseApplication

from config.addresses import host_of
from config.running import data, doorway, wishes


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn inside this process, so that it announces only what it really serves."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return import_module("config.wsgi").application


def main() -> None:
    """Take the address, bring everything up to date, and serve until stopped."""
    os.umask(0o077)  # passwords' hashes, drafts and the key are nobody else's business
    wanted = wishes.read(os.environ)
    socket = doorway.open_at(wanted)
    data.prepare(wanted.data)
    _set_environment(wanted)
    lines = _announcement(wanted, _bring_up_to_date(wanted))
    Server(_options(wanted, socket.detach(), lines)).run()


def _set_environment(wanted: wishes.Wishes) -> None:
    """The demo's own settings: nothing of a production site that this shell may know of."""
    for name in ("DATABASE_URL", "CACHE_URL", "BEHIND_PROXY", "HSTS_SECONDS", "PAGE_STORE"):
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "false",
        "SECRET_KEY": data.secret_key(wanted.data),
        "SITE_URL": wanted.site_url,
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]," + host_of(wanted.site_url),
        "DATA_DIR": str(wanted.data),
    }


def _bring_up_to_date(wanted: wishes.Wishes) -> str:
    """Database, regions, static files, demo account; out comes what to tell about the account."""
    said = StringIO()
    django.setup()
    try:
        call_command("migrate", verbosity=0)
        call_command("load_regions")
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_demo", stdout=said)
        _finish_what_was_begun()
    except (CommandError, Error, OSError) as problem:
        raise SystemExit(f"{wanted.data} 中的数据不能更新，没有启动：{problem}") from None
    connections.close_all()  # the workers are forked from here and must not share a connection
    return said.getvalue().strip()


def _finish_what_was_begun() -> None:
    """A reader in the way is no reason not to start: it is tried again the next time."""
    with suppress(SystemExit):
        call_command("finish_erasing", verbosity=0)
    call_command("read_files", verbosity=0)


def _keep_up() -> None:
    """What production has services for: in the demo threads of the one worker, gone with it."""
    said = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  as long as the threads live
    for name, more in (("run_due", {"loop": 30}), ("keep_pages", {})):
        wanted = {"stdout": said, **more}
        Thread(target=call_command, args=[name], kwargs=wanted, daemon=True).start()


def _announcement(wanted: wishes.Wishes, account: str) -> str:
    return f"""兰台已启动：{wanted.site_url}/
管理后台：  {wanted.site_url}/admin/
{account}
数据都在：  {wanted.data}
按 Ctrl+C 停止。"""


def _options(wanted: wishes.Wishes, socket: int, announcement: str) -> dict[str, Any]:
    """One process with threads: the cache is in its memory, and SQLite has one writer anyway."""
    return {
        "bind": f"fd://{socket}",
        "worker_class": "gthread",
        "threads": 8,
        "preload_app": True,
        "loglevel": "warning",
        "graceful_timeout": 5,
        "worker_tmp_dir": str(wanted.data / "cache"),
        "control_socket_disable": True,  # it would be written to the home folder
        "post_worker_init": lambda worker: _keep_up(),
        "when_ready": lambda server: print(announcement, flush=True),
    }


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("已停止。") from None
