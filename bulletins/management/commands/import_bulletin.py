"""``manage.py import_bulletin FILE --column SLUG``: from a file to a draft, from the shell."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from accounts.models import User
from accounts.system import system_user
from bulletins.document.notices import Unreadable
from bulletins.document.outline import as_text, outline
from bulletins.importing import become_draft, receive, understand
from bulletins.management.reading import bytes_of
from bulletins.models import Column
from bulletins.permissions import Refused
from regions.directory import gazetteer


class Command(BaseCommand):
    """Exit 0 with the outline and the draft's number, or 2 with one sentence on standard error."""

    help = "把 .docx、网页或文本文件导入为草稿"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help=".docx、.html 或文本文件")
        parser.add_argument("--column", required=True, help="栏目的地址，例如 news")
        parser.add_argument("--by", default="", help="以谁的名义（用户名）；不写则记为命令行")
        parser.add_argument("--dry-run", action="store_true", help="只显示认出的内容，不保存")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            said = _imported(options)
        except (Unreadable, Refused) as problem:
            self.stderr.write(str(problem))
            raise SystemExit(2) from None
        whole = json.dumps(said, ensure_ascii=False, indent=1)
        self.stdout.write(whole if options["json"] else "\n".join(_lines(said)))


def _imported(options: dict[str, Any]) -> dict[str, Any]:
    column = Column.objects.filter(slug=options["column"]).first()
    if column is None:
        known = "、".join(Column.objects.values_list("slug", flat=True)) or "还没有栏目"
        raise Refused(f"没有地址为 {options['column']} 的栏目：现有 {known}")
    by = _person(options["by"])
    data, name = bytes_of(options["file"]), options["file"].name
    understood = understand(data, name)
    said = outline(understood.reading, gazetteer().short_name_of) | {
        "column": column.slug,
        "edition": None,
    }
    if options["dry_run"]:
        return said
    edition = become_draft(receive(understood, data, name, by=by), column=column, by=by)
    return said | {"edition": edition.pk, "article": edition.article_id}


def _person(name: str) -> User:
    if not name:
        return system_user("shell")
    found = User.objects.filter(username=name, is_system=False).first()
    if found is None:
        raise Refused(f"没有用户名为 {name} 的账号")
    return found


def _lines(said: dict[str, Any]) -> list[str]:
    end = f"\n已建立草稿 {said['edition']}" if said["edition"] else "\n没有保存（--dry-run）"
    return [*as_text(said), end]
