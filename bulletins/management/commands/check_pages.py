"""`manage.py check_pages`: every public page, held against what a reader sees on it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bulletins.public.inspecting import Walk
from bulletins.public.inspecting.starting import addresses


class Command(BaseCommand):
    help = "检查全部公开页面：标签、标题、当前位置、链接、锚点、页脚是否与页面上看到的一致"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "address", nargs="*", help="只查这些地址，如 /articles/12/；不写就是全部"
        )

    def handle(self, *args: Any, address: list[str], **options: Any) -> None:
        walk, count = Walk(far=not address), 0
        for page, fault in walk.faults(address or addresses()):
            self.stdout.write(f"{page}　{fault}")
            count += 1
        said = f"查了 {len(walk.answers)} 个地址，其中 {len(walk.ids)} 个网页"
        if count:
            raise CommandError(f"{said}：有 {count} 处问题")
        self.stdout.write(f"{said}：没有发现问题")
