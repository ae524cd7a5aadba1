"""``manage.py finish_erasing``: what a crash or a busy reader left undone after 清除."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Max

from bulletins.erasing import finish
from bulletins.models import Article, Erasure
from bulletins.pages.export.known import still_holding


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
        for sentence in self._still_exported():
            self.stderr.write(sentence)
        if left:
            raise SystemExit(1)

    def _still_exported(self) -> list[str]:
        """By whatever was erased last."""
        last = Article.objects.aggregate(last=Max("erased_at"))["last"]
        return still_holding(last) if last else []
