"""``manage.py keep_pages``: the poller of this machine's page store; stays until it is stopped."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from bulletins.store.applying import adopt
from bulletins.store.beating import keep, pause
from bulletins.store.folder import Folder, is_on, the_folder
from bulletins.store.probing import by_django, chosen, look, look_again, noted_since
from bulletins.store.reading import by_http
from bulletins.store.sweeping import sweep
from bulletins.store.trouble import say

log = logging.getLogger(__name__)
SWEEP, AGAIN, WAIT = 20, 30, 1  # seconds
MOST = 200  # pages that wait to be read back
Changed = SimpleQueue[list[str]]


class Command(BaseCommand):
    help = "看护页面库：每秒清掉改动涉及的页面，并核对它们。没有它，页面库 5 秒后不再对外。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="只做一次就退出，5 秒内有效")

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_on():
            self.stdout.write("页面库没有启用（PAGE_STORE_MB=0），不需要看护")
            return
        folder, changed = the_folder(), Changed()
        if options["once"]:
            adopt(folder)
            keep(folder, timezone.now())
            sweep(folder)
            return
        for work in (lambda: _sweep(folder), Probe(folder, changed)):
            Thread(target=_for_ever, args=[work], daemon=True).start()
        while not _is_adopted(folder):  # until then there is no beat
            time.sleep(1)
        while True:
            _turn(folder, changed)


def _is_adopted(folder: Folder) -> bool:
    try:
        adopt(folder)
    except OSError as problem:
        say(problem)
        return False
    return True


def _turn(folder: Folder, changed: Changed) -> None:
    """One beat; where the database is away there is none, and pages come from Django alone."""
    now, applied = timezone.now(), None
    try:
        close_old_connections()
        applied = keep(folder, now)
    except OSError as problem:
        say(problem)
    except Exception:
        log.exception("The store of pages could not be kept")
    if applied is None:
        time.sleep(1)
        return
    if applied.addresses != ():  # by itself, or noted by a verb that could not apply it
        changed.put(chosen(applied.addresses))
    time.sleep(pause(applied.limit, timezone.now()))


def _for_ever(work: Callable[[], None]) -> None:
    while True:
        try:
            close_old_connections()
            work()
        except OSError as problem:
            say(problem)
            time.sleep(1)
        except Exception:
            log.exception("The store of pages could not be looked after")
            time.sleep(1)


def _sweep(folder: Folder) -> None:
    time.sleep(SWEEP)
    sweep(folder)


class Probe:
    """What was noted or changed by itself, a moment after it; every now and then what was wrong.

    pages: still to be read back, also where that failed the last time.
    """

    def __init__(self, folder: Folder, changed: Changed) -> None:
        self.folder, self.changed = folder, changed
        self.pages: dict[str, None] = {}
        self.last: int | None = None
        self.make = by_django()
        self.again = time.monotonic() + AGAIN

    def __call__(self) -> None:
        time.sleep(WAIT)
        self._gather()
        machine = self.folder.machine()
        while self.pages:
            page = next(iter(self.pages))
            look([page], by_http, self.make, machine=machine)
            del self.pages[page]
        if time.monotonic() > self.again:
            look_again(by_http, self.make, machine=machine)
            self.again = time.monotonic() + AGAIN

    def _gather(self) -> None:
        self.last, pages = noted_since(self.last)
        with suppress(Empty):
            pages += self.changed.get_nowait()
        self.pages |= dict.fromkeys(pages[: MOST - len(self.pages)])
