"""`manage.py export_site DIR`: the whole public site as files, anew or what has changed."""

import os
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bulletins.document.wording import spoken
from bulletins.pages.export.articles import FORMS
from bulletins.pages.export.exporting import Outcome, export_site
from bulletins.pages.export.refused import Refused

MOST = 5


class Command(BaseCommand):
    help = "把整个公开网站导出为静态文件，不用程序也能由 nginx 提供；再次运行时只重做变了的"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="导出到哪个目录；空目录，或从前导出的目录")
        parser.add_argument(
            "--processes",
            type=int,
            default=os.cpu_count() or 1,
            help="几个进程一起做（默认每核一个）",
        )
        parser.add_argument(
            "--forms",
            default=",".join(FORMS),
            help="带走的文件要哪几种：docx,txt,json,pdf（默认前三种）；写 none 就不要",
        )
        parser.add_argument("--anew", action="store_true", help="不沿用从前的文件，全部重做")

    def handle(
        self, *args: Any, folder: Path, processes: int, forms: str, anew: bool, **options: Any
    ) -> None:
        begun = monotonic()
        try:
            outcome = export_site(
                folder, processes=max(1, processes), forms=_forms(forms), anew=anew
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self._tell(outcome, monotonic() - begun)

    def _tell(self, outcome: Outcome, seconds: float) -> None:
        until = spoken(outcome.manifest.valid_until)
        self.stdout.write(
            f"已导出 {outcome.files} 个文件：新做 {outcome.made} 个，沿用 {outcome.kept} 个，"
            f"撤去 {outcome.removed} 个；用了 {seconds:.1f} 秒。有效到{until}，到时请再导出一次。"
        )
        if outcome.reload:
            self.stdout.write("nginx.conf 变了：请运行 nginx -s reload，让网址跳转生效。")
        left_out = outcome.manifest.left_out
        for address, reason in list(left_out.items())[:MOST]:
            self.stderr.write(f"{address}　{reason}")
        if left_out:
            raise CommandError(f"有 {len(left_out)} 个地址没有导出（原因见上），其余已换上")


def _forms(said: str) -> tuple[str, ...]:
    names = tuple(one.strip() for one in said.split(",") if one.strip() not in ("", "none"))
    unknown = [one for one in names if one not in (*FORMS, "pdf")]
    if unknown:
        raise CommandError(f"没有“{unknown[0]}”这种文件：可写 docx、txt、json、pdf，或 none")
    return names
