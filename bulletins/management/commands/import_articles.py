"""``manage.py import_articles FILE.jsonl``: an old site moves in."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand

from accounts.models import User
from accounts.system import system_user
from bulletins.moving.lines import LONGEST
from bulletins.moving.moving_in import move_in
from bulletins.moving.office import Outcome
from bulletins.permissions import Refused

MOST_BYTES = 5 * LONGEST  # of one line: more than the longest that is taken
SHOWN = 50  # bad lines listed one by one


class Command(BaseCommand):
    """Exit 0, with a line on standard error for each bad line; 2 if nothing could be done."""

    help = "从 JSONL 文件迁入稿件，每行一篇；中断后重新运行即可继续"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="JSONL 文件，UTF-8")
        parser.add_argument("--release", action="store_true", help="按原发布时间直接公开")
        parser.add_argument("--by", default="", help="以谁的名义（用户名）；直接公开须是管理员")
        parser.add_argument("--dry-run", action="store_true", help="只检查，不保存")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            by = _person(options["by"])
            outcome = self._moved(path, by, options)
        except (Refused, OSError) as problem:
            self.stderr.write(_sentence(path, problem))
            raise SystemExit(2) from None
        self._report(outcome, dry_run=options["dry_run"])
        if options["release"] and outcome.new and not options["dry_run"]:
            self.stdout.write("相关信息还没有选：请再运行 manage.py relate_articles")

    def _moved(self, path: Path, by: User, options: dict[str, Any]) -> Outcome:
        outcome, size = Outcome(), max(path.stat().st_size, 1)
        with path.open("rb") as file:
            for outcome in move_in(
                _lines(file),
                path.parent,
                by=by,
                release=options["release"],
                dry_run=options["dry_run"],
            ):
                if options["verbosity"]:
                    self._progress(file.tell() / size, outcome)
        return outcome

    def _progress(self, share: float, outcome: Outcome) -> None:
        if self.stderr.isatty():
            bar = "█" * round(share * 30)
            self.stderr.write(f"\r{bar:░<30} {share:4.0%} 新增 {outcome.new}", ending="")

    def _report(self, outcome: Outcome, *, dry_run: bool) -> None:
        if self.stderr.isatty():
            self.stderr.write("")
        for number, sentence in sorted(outcome.bad.items())[:SHOWN]:
            self.stderr.write(f"第 {number} 行未收：{sentence}")
        if len(outcome.bad) > SHOWN:
            self.stderr.write(f"……另有 {len(outcome.bad) - SHOWN} 行未收")
        verb = "可以收入" if dry_run else "新增"
        counts = f"{verb} {outcome.new} 篇，已有 {outcome.known} 篇，未收 {len(outcome.bad)} 行"
        self.stdout.write(counts)


def _lines(file: BinaryIO) -> Iterator[str]:
    """A byte order mark is no part of the first line; of one that has no end, only a piece is read.

    What is no UTF-8 comes as lone surrogates, which no sound line holds.
    """
    first = True
    while line := file.readline(MOST_BYTES):
        yield line.decode("utf-8-sig" if first else "utf-8", errors="surrogateescape")
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES)
        first = False


def _person(name: str) -> User:
    if not name:
        return system_user("shell")
    found = User.objects.filter(username=name, is_system=False).first()
    if found is None:
        raise Refused(f"没有用户名为 {name} 的账号")
    return found


def _sentence(path: Path, problem: Exception) -> str:
    if isinstance(problem, Refused):
        return str(problem)
    return f"打不开文件 {path}：请检查路径和读取权限"
