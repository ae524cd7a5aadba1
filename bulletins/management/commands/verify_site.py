"""`manage.py verify_site URL|DIR`: is what is served what was released? For cron: 0 or 1."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bulletins.pages.export.refused import Refused
from bulletins.pages.export.verifying import Fault, verify_folder, verify_served
from bulletins.pages.export.verifying.faults import ADVICE, Kind

SHOWN = 20  # of each kind


class Command(BaseCommand):
    help = "核对送出的网站是不是签发的那些：有没有被改动、缺少、过时、多余；有一处不对就以 1 结束"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", help="网址（https://www.example.cn），或 export_site 的目录")
        parser.add_argument("--host", default="", help="问网址时用的主机名，与网址里的不同时才写")
        parser.add_argument(
            "--export", type=Path, help="核对网址时与这个导出目录的清单比，不重新做页面，快得多"
        )
        parser.add_argument(
            "--sample", type=int, default=0, help="核对网址时只抽查这么多页；撤下的都查"
        )

    def handle(
        self, *args: Any, place: str, host: str, export: Path | None, sample: int, **options: Any
    ) -> None:
        try:
            if "://" in place:
                found = verify_served(place, host=host, export=export, sample=sample)
            else:
                found = verify_folder(Path(place))
            count = self._tell(found)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        if count:
            raise CommandError(f"{place}：有 {count} 处不对")
        self.stdout.write(f"{place}：与签发的一致。")

    def _tell(self, found: Iterable[Fault]) -> int:
        """As they are found: who has 60,000 pages wants to see the first at once."""
        counts: dict[Kind, int] = defaultdict(int)
        for fault in found:
            counts[fault.kind] += 1
            if counts[fault.kind] <= SHOWN:
                self.stdout.write(f"{fault.kind}　{fault.place}　{fault.says}")
        for kind, count in counts.items():
            self.stdout.write(f"{kind} {count} 处：{ADVICE[kind]}")
        return sum(counts.values())
