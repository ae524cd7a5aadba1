"""``manage.py send_mails``: sends what the outbox holds; by a timer every minute, or staying."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from bulletins.mailing.sending import send_due
from bulletins.workflow.reminding import remind_of_late_reviews


class Command(BaseCommand):
    help = "发送待发的邮件和办公消息；加 --every 秒数 则一直运行。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="秒", help="每隔几秒发一次，不退出")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"已发送 {_send()} 条。")
        while options["every"]:
            time.sleep(max(options["every"], 1))
            close_old_connections()
            _send()


def _send() -> int:
    remind_of_late_reviews()
    return send_due()
