"""`manage.py verify_record FILE`: check a record.json without the database."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bulletins.document.record import faults, verified


class Command(BaseCommand):
    help = "核对公开记录（record.json）：文字是否与校验码一致，时间是否前后相合；不用数据库"
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="从 /articles/编号/record.json 下载的文件")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        record = _read(file)
        if found := faults(record):
            raise CommandError("核对不符：\n" + "\n".join(found))
        whole, texts = len(record["editions"]), verified(record)
        told = f"第 {record['article']} 号：{texts} 版的文字与校验码一致"
        if whole > texts:
            told += f"；另有 {whole - texts} 版不再公开，只有校验码"
        self.stdout.write(told + "。公开和审核的时间不在校验码之内，以原站的记录为准。")


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise CommandError(f"打不开 {file}：{problem.strerror}") from problem
    except ValueError as problem:
        raise CommandError(f"{file} 不是 JSON 文件，或已损坏") from problem
