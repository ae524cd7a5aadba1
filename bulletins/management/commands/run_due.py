"""``manage.py run_due``: what is due now; by a timer every minute, or staying (--loop)."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from bulletins.timetable import run_due

PAUSE = 30  # seconds


class Command(BaseCommand):
    help = "处理到期的事：补审和复查提醒、待发的消息、附件的文字版。加 --loop 则一直运行。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--loop",
            nargs="?",
            type=int,
            const=PAUSE,
            metavar="秒",
            help=f"不退出，每隔几秒处理一次（不写就是 {PAUSE} 秒）",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        broke = self._run(quiet=False)
        while options["loop"] is not None:
            time.sleep(max(options["loop"], 1))
            close_old_connections()
            self._run(quiet=True)
        if broke:
            raise CommandError("有的事没有做完（原因见上），下次运行时继续")

    def _run(self, *, quiet: bool) -> bool:
        """Say what was done; staying, only where there was something. Whether a task broke off."""
        reports = run_due()
        for report in reports:
            if report.done or report.problem or not quiet:
                self.stdout.write(str(report))
        return any(report.problem for report in reports)
