"""`manage.py verify_texts`: is what is kept of texts what was approved? For cron: 0 or 1."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bulletins.proving import unproved
from bulletins.proving.known import refuse_unknown


class Command(BaseCommand):
    help = "核对签发过的文字：与校验码相符，留存的排印和列表与文字相符；有一处不对就以 1 结束"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("numbers", nargs="*", type=int, help="只核对这些编号的稿件")

    def handle(self, *args: Any, numbers: list[int], **options: Any) -> None:
        refuse_unknown(numbers)
        count = 0
        for fault in unproved(numbers or None):
            count += 1
            place = f"/articles/{fault.number}/" if fault.number else "全站"
            self.stdout.write(f"{place}　{fault.says}")
        if count:
            raise CommandError(f"有 {count} 处不对")
        self.stdout.write("签发过的文字与校验码、排印、列表都相符。")
