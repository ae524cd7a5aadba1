"""``manage.py archive_package NUMBER [--to FILE]``: a public edition as one zip to be kept."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bulletins.packing import write_package
from bulletins.permissions import Refused


class Command(BaseCommand):
    """Exit 1 with a sentence for what is not public, or cannot be written."""

    help = "把正在公开的一篇稿件打成归档包（zip）：网页、附件、元数据、审核记录、校验码"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int, help="稿件编号")
        parser.add_argument("--to", type=Path, help="写到哪个文件或文件夹；不写就放在当前文件夹")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            place = write_package(options["number"], options["to"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        except OSError as problem:
            where = options["to"] or Path.cwd()
            raise CommandError(
                f"写不了 {where}（{problem.strerror}）：请检查文件夹、权限和磁盘空间"
            ) from None
        if options["verbosity"]:
            self.stdout.write(f"已打包：{place}")
