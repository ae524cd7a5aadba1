"""`manage.py render`: print again what an earlier printer printed, or what somebody changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from bulletins.document.html.page import WRITER
from bulletins.drafting.locking import one_by_one
from bulletins.models import Edition, State
from bulletins.proving.known import refuse_unknown
from bulletins.rendering import keep_rendered
from bulletins.store import Change, note, note_everything


class Command(BaseCommand):
    help = "重新生成旧程序排印的公开页面（升级后运行；可随时中断，再次运行时继续）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("numbers", nargs="*", type=int, help="这些编号的稿件，不论由谁排印")

    def handle(self, *args: Any, numbers: list[int] | None = None, **options: Any) -> None:
        released = Edition.objects.filter(state=State.RELEASED, article__erased_at=None)
        if numbers:
            refuse_unknown(numbers)
            done = one_by_one(released.filter(article__number__in=numbers), _print_anew)
        else:
            done = one_by_one(released.exclude(rendered_by=WRITER), keep_rendered)
            with transaction.atomic():
                note_everything()
        self.stdout.write(f"重新生成 {done} 版")


def _print_anew(held: Edition) -> None:
    keep_rendered(held)
    note(Change(held.article.number or 0))
