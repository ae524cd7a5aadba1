"""``manage.py outline FILE``: what Lantai understands of a file, without saving anything."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from bulletins.document.notices import Unreadable
from bulletins.document.outline import as_text, outline
from bulletins.document.parse import parse
from bulletins.document.reading import LARGEST, read_file
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
    reading = parse(read_file(_bytes(path), path.name), gazetteer)
    return outline(reading, gazetteer.short_name_of)


def _bytes(path: Path) -> bytes:
    """At most one byte more than may be read, so that an endless file ends here."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        raise Unreadable(f"打不开文件 {path}：{_reason(problem)}") from problem


def _reason(problem: OSError) -> str:
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "没有这个文件，请检查路径",
        IsADirectoryError: "这是文件夹，请指定一个文件",
        PermissionError: "没有读取权限，请换一个文件或调整权限",
    }
    return reasons.get(type(problem), "读取时出错，请重试或换一个文件")
