"""``manage.py read_files``: what attachments say, all of them at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from bulletins.filetexts import read_due
from bulletins.filetexts.reading import read_again
from bulletins.models import FileText, FileTextState


class Command(BaseCommand):
    help = "读取附件的文字版（平时由 run_due 读取）；可随时中断，再次运行时继续"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--failed", action="store_true", help="上次读不出的，再读一次")
        parser.add_argument("--again", action="store_true", help="全部重读")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["failed"] or options["again"]:
            read_again(failed_only=not options["again"])
        done = sum(1 for _ in read_due())
        failed = FileText.objects.filter(state=FileTextState.FAILED).count()
        if options["verbosity"]:
            self.stdout.write(
                f"读取附件 {done} 个" + (f"；读不出的共 {failed} 个" if failed else "")
            )
