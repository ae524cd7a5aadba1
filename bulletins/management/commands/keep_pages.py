"""``manage.py keep_pages``: the poller of this machine's page store; stays until it is stopped."""

import logging
import time
from threading import Event, Thread
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from bulletins.store.applying import adopt
from bulletins.store.beating import keep, pause
from bulletins.store.folder import Folder, is_on, the_folder
from bulletins.store.sweeping import sweep

log = logging.getLogger(__name__)
SWEEP = 20  # seconds


class Command(BaseCommand):
    help = "看护页面库：每秒清掉改动涉及的页面。没有它，页面库 5 秒后不再对外。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="只做一次就退出，5 秒内有效")

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_on():
            self.stdout.write("页面库没有启用（PAGE_STORE_MB=0），不需要看护")
            return
        folder = the_folder()
        adopt(folder)
        if options["once"]:
            keep(folder, timezone.now())
            sweep(folder)
            return
        Thread(target=_sweep_for_ever, args=[folder], daemon=True).start()
        while True:
            _turn(folder)


def _turn(folder: Folder) -> None:
    """One beat; where the database is away there is none, and pages come from Django alone."""
    now = timezone.now()
    limit = now
    try:
        close_old_connections()
        limit = keep(folder, now).limit
    except Exception:
        log.exception("The store of pages could not be kept")
        time.sleep(1)
        return
    time.sleep(pause(limit, timezone.now()))


def _sweep_for_ever(folder: Folder) -> None:
    stop = Event()
    while not stop.wait(SWEEP):
        try:
            sweep(folder)
        except Exception:
            log.exception("The store of pages could not be swept")
