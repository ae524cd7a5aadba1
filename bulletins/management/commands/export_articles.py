"""``manage.py export_articles FILE.jsonl``: all that is public, ready to move in elsewhere."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from bulletins.moving.moving_out import move_out


class Command(BaseCommand):
    """Writes the file whole or not at all; attachments and pictures go beside it."""

    help = "把公开的稿件写成 JSONL，每行一篇；附件和图片放在旁边的文件夹"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="要写的 JSONL 文件")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        draft = path.with_name(f"{path.name}.new")
        written = 0
        try:
            with draft.open("w", encoding="utf-8") as file:
                for line in move_out(path.with_name(f"{path.stem}-files")):
                    file.write(f"{line}\n")
                    written += 1
            draft.replace(path)
        except OSError as problem:
            self.stderr.write(f"写不了 {path}（{problem.strerror}）：请检查文件夹、权限和磁盘空间")
            raise SystemExit(2) from None
        self.stdout.write(f"已写出 {written} 篇：{path}")
