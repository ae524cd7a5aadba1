"""``manage.py rebuild_search``: the index of search made anew, while the old one answers."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from bulletins.indexing import rebuild


class Command(BaseCommand):
    help = "重建检索索引。重建期间照常可以检索；中断后再次运行，会从断开的地方继续。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anew", action="store_true", help="从头开始，不接着上次的进度")

    def handle(self, *args: Any, **options: Any) -> None:
        begun, shown, done, first = monotonic(), 0.0, 0, None
        for step in rebuild(anew=options["anew"]):
            done, now = step.done, monotonic()
            first = done if first is None else first
            if now - shown > 2:
                shown = now
                self.stdout.write(f"已索引 {step.done} / {step.total} 个版本")
        self.stdout.write(f"检索索引已建成：{done} 个版本，用时 {monotonic() - begun:.1f} 秒。")
