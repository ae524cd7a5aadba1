"""``manage.py outline FILE``: what Lantai understands of a file, without saving anything."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from bulletins.document.notices import Unreadable
from bulletins.document.outline import as_text, outline
from bulletins.document.parse import parse
from bulletins.document.reading import read_file
from bulletins.management.reading import bytes_of
from regions.names import Gazetteer


class Command(BaseCommand):
    """Exit 0 with the outline on standard output, or 2 with one sentence on standard error."""

    help = "显示从文件中认出的标题、时间、来源、地区和小节（不保存）"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help=".docx、.html 或文本文件")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = _outline(options["file"])
        except Unreadable as problem:
            self.stderr.write(str(problem))
            raise SystemExit(2) from None
        whole = json.dumps(data, ensure_ascii=False, indent=1)
        self.stdout.write(whole if options["json"] else "\n".join(as_text(data)))


def _outline(path: Path) -> dict[str, Any]:
    gazetteer = Gazetteer.packaged()
    reading = parse(read_file(bytes_of(path), path.name), gazetteer)
    return outline(reading, gazetteer.short_name_of)
