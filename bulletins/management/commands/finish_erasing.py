"""``manage.py finish_erasing``: what a crash or a busy reader left undone after 清除."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.erasing import finish
from bulletins.models import Erasure


class Command(BaseCommand):
    """Exit 0 if nothing is left to do, else 1."""

    help = "完成清除的余项：删除文件，清理数据库文件中的残留"

    def handle(self, *args: Any, **options: Any) -> None:
        done = finish()
        left = Erasure.objects.filter(done_at=None).count()
        if options["verbosity"]:
            self.stdout.write(
                f"完成 {done} 篇的清除" + (f"，还有 {left} 篇没有完成" if left else "")
            )
        if left:
            raise SystemExit(1)
