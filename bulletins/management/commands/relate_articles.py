"""`manage.py relate_articles`: choose related articles for what came without its own release."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.workflow.relating import relate_missing


class Command(BaseCommand):
    """Imported articles, and those released before there were related ones. Goes on if stopped."""

    help = "为迁入的、旧程序公开的稿件选出相关信息（迁入后运行；可随时中断，再次运行时继续）"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"已为 {relate_missing()} 篇选出相关信息")
